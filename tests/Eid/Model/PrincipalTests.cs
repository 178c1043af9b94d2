using System.Security.Claims;
using BaseComponents.Eid;
using BaseComponents.Eid.Testing;

namespace BaseComponents.Tests.Eid.Model;

public sealed class PrincipalTests
{
    [Fact]
    public void A_user_who_is_not_logged_in_has_no_identity()
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity());

        user.TryGetEidIdentity(out var identity).Should().BeFalse();
        identity.Should().BeNull();
        var fault = user.Invoking(nobody => nobody.GetEidIdentity()).Should().Throw<EidException>().Which;
        fault.Code.Should().Be("eid.no-identity");
        fault.Message.Should().EndWith("docs/errors.md#eid.no-identity");
    }

    [Fact]
    public void Claims_of_an_identity_that_is_not_authenticated_do_not_count() =>
        new ClaimsPrincipal(new ClaimsIdentity(FakeIdentities.Citizen.ToPrincipal().Claims)).TryGetEidIdentity(out _).Should().BeFalse();

    [Fact]
    public void Another_log_in_beside_it_does_not_hide_the_identity()
    {
        var user = new ClaimsPrincipal([new ClaimsIdentity([new Claim("name", "staff")], "Windows"), FakeIdentities.Company.ToClaimsIdentity("Broker")]);

        user.GetEidIdentity().Should().Be(FakeIdentities.Company);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("4")]
    [InlineData("high")]
    [InlineData("Absolute")]
    public void A_level_that_is_not_spelled_as_we_spell_it_is_unknown(string level)
    {
        var claims = FakeIdentities.Citizen.ToClaimsIdentity("Broker");
        claims.RemoveClaim(claims.FindFirst("eid.level"));
        claims.AddClaim(new Claim("eid.level", level));

        new ClaimsPrincipal(claims).GetEidIdentity().Level.Should().Be(AssuranceLevel.Unknown);
    }
}
