using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using static BaseComponents.Eid.EidServer.EidServerOperation;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>The client against a server whose SOAP and whose security nobody here wrote: each side verifies what the other signs.</summary>
public sealed class ClientAgainstWss4jTests(EidPeer peer) : IClassFixture<EidPeer>
{
    private static readonly EidServerRequest Request = new()
    {
        Operations = new Dictionary<EidServerOperation, EidServerDemand>
        {
            [GivenNames] = EidServerDemand.Required,
            [FamilyNames] = EidServerDemand.Required,
            [DateOfBirth] = EidServerDemand.Required,
            [PlaceOfResidence] = EidServerDemand.Allowed,
            [BirthName] = EidServerDemand.Allowed,
            [AcademicTitle] = EidServerDemand.Allowed,
            [AgeVerification] = EidServerDemand.Required,
        },
        MinimumAge = 18,
        MinimumLevel = AssuranceLevel.High,
        EidTypes = new HashSet<EidServerEidType> { EidServerEidType.CardCertified },
    };

    [Theory]
    [InlineData("issuer-serial")]
    [InlineData("token")]
    [InlineData("certificate")]
    [InlineData("key-identifier")]
    [InlineData("thumbprint")]
    [InlineData("rsa-sha512")]
    public async Task A_card_is_read(string way)
    {
        var client = peer.ClientOrSkip();

        var start = await client.StartAsync(Request with { TransactionInfo = way });
        var result = await client.GetResultAsync(start.Should().BeOfType<EidServerStart.Started>().Subject.Session);

        var verified = result.Should().BeOfType<EidServerResult.Verified>().Subject;
        verified.Identity.Person.Should().Be(new EidPerson { GivenNames = "ERIKA", FamilyName = "WEIẞ-MÜLLER", DateOfBirth = PartialDate.Parse("1964") });
        verified.Identity.Address.Should().Be(new StructuredAddress { Locality = "KÖLN", Country = new CountryCode("D") });
        (verified.FulfilsAge, verified.Identity.Level, verified.EidType).Should().Be((true, AssuranceLevel.High, EidServerEidType.CardCertified));
        (verified.Identity.AbsenceOf(EidAttribute.BirthName), verified.Identity.AbsenceOf(EidAttribute.AcademicTitle)).Should().Be((AbsenceReason.NotOnChip, AbsenceReason.Refused));
    }

    [Fact]
    public async Task A_result_is_handed_out_once()
    {
        var client = peer.ClientOrSkip();
        var session = ((EidServerStart.Started)await client.StartAsync(Request)).Session;
        await client.GetResultAsync(session);

        (await client.GetResultAsync(session)).Should().BeOfType<EidServerResult.Expired>();
    }

    [Fact]
    public async Task The_numbers_go_on_after_a_pause()
    {
        var client = peer.ClientOrSkip(connection => connection with { ResultDeadline = TimeSpan.Zero });
        var session = ((EidServerStart.Started)await client.StartAsync(Request)).Session;

        var pending = (await client.GetResultAsync(session)).Should().BeOfType<EidServerResult.Pending>().Subject;
        (await client.GetResultAsync(EidServerSession.FromBytes(pending.Session.ToBytes())!)).Should().BeOfType<EidServerResult.Verified>();
    }

    [Fact]
    public async Task The_rights_are_told()
    {
        var info = await peer.ClientOrSkip().GetServerInfoAsync();

        info.Rights.Should().BeEquivalentTo([GivenNames, FamilyNames, DateOfBirth]);
        info.Specification.Should().Be(new Version(2, 4, 0));
    }

    [Theory]
    [InlineData("unsigned", "security-missing")]
    [InlineData("body-only", "signature-leaves-out")]
    [InlineData("changed", "signature-digest")]
    public async Task An_answer_that_is_not_signed_well_is_refused(string way, string reason) =>
        await peer.ClientOrSkip().Invoking(client => client.StartAsync(Request with { TransactionInfo = way })).Should().ThrowAsync<EidException>().WithMessage($"*({reason})*");

    [Fact]
    public async Task An_answer_of_another_key_of_the_same_name_is_refused() =>
        await peer.ClientOrSkip(connection => connection with { ServerCertificates = [peer.Keys.Attacker] }).Invoking(client => client.StartAsync(Request))
            .Should().ThrowAsync<EidException>().WithMessage("*(signature-key)*");

    [Fact]
    public async Task The_server_refuses_a_request_of_another_key() =>
        (await peer.ClientOrSkip(connection => connection with { SigningCertificate = peer.Keys.Attacker }).Invoking(client => client.StartAsync(Request))
            .Should().ThrowAsync<EidException>()).Which.Code.Should().Be("eid.server-fault");

    [Fact]
    public async Task The_server_refuses_a_connection_without_certificate() =>
        (await peer.ClientOrSkip(withCertificate: false).Invoking(client => client.StartAsync(Request)).Should().ThrowAsync<EidException>())
            .Which.Code.Should().BeOneOf("eid.server-tls", "eid.server-unreachable");
}
