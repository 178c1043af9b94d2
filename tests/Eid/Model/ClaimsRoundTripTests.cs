using System.Security.Claims;
using BaseComponents.Eid;
using CsCheck;
using Microsoft.AspNetCore.Authentication;

namespace BaseComponents.Tests.Eid.Model;

public sealed class ClaimsRoundTripTests
{
    [Fact]
    public void Nothing_is_lost_on_the_way_through_a_session() => Gens.Identity.Sample(identity =>
    {
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity.ToClaimsIdentity("Broker")), "Broker");

        // As the cookie scheme writes and reads it.
        var read = TicketSerializer.Default.Deserialize(TicketSerializer.Default.Serialize(ticket))!.Principal.GetEidIdentity();

        read.Should().Be(identity);
        return true;
    });

    [Fact]
    public void A_session_holds_the_identity_and_the_user_key_only() => Gens.Identity.Sample(identity =>
        identity.ToClaimsIdentity("Broker").Claims.All(claim => claim.Type.StartsWith("eid.", StringComparison.Ordinal) || claim.Type == EidClaimTypes.UserKey));

    [Fact]
    public void The_user_key_stands_where_antiforgery_looks_for_it()
    {
        var identity = new EidIdentity { Pseudonym = new EidPseudonym("https://issuer.example", "p") };

        identity.ToClaimsIdentity("Broker").FindFirst("sub")!.Value.Should().Be(identity.Pseudonym.ToUserKey());
    }

    [Fact]
    public void A_session_has_no_display_name() =>
        new EidIdentity { Person = new EidPerson { FamilyName = "CANARY" } }.ToClaimsIdentity("Broker").Name.Should().BeNull("frameworks log it");
}
