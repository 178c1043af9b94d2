using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>Sessions that go well, and those that a citizen ends.</summary>
public sealed class EidServerReadingTests(RunningSandbox sandbox) : EidServerOnSandbox(sandbox)
{
    private static readonly EidServerRequest _everything = new()
    {
        Operations = EidServerOperation.Known.ToDictionary(operation => operation, _ => EidServerDemand.Allowed),
        MinimumAge = 18,
        CommunityId = "027614",
        MinimumLevel = AssuranceLevel.High,
        TransactionInfo = "Anmeldung eines Hundes <Bello>",
        Attestation = new TransactionAttestationRequest(new Uri("urn:example:attestation"), "case 7"),
        EidTypes = new HashSet<EidServerEidType> { EidServerEidType.CardCertified },
    };

    [Fact]
    public async Task Everything_of_an_ordinary_card_arrives()
    {
        var verified = (await ReadAsync(_everything, "erika")).Should().BeOfType<EidServerResult.Verified>().Subject;
        var identity = verified.Identity;

        (identity.Person.GivenNames, identity.Person.FamilyName, identity.Person.BirthName, identity.Person.AcademicTitle, identity.Person.ArtisticName).Should().Be(("ERIKA", "MUSTERMANN", "GABLER", "DR.", "DIE MUSTERHAFTE"));
        (identity.Person.DateOfBirth, identity.Person.PlaceOfBirth, identity.Person.Nationality?.Text).Should().Be((PartialDate.Parse("19640812"), "BERLIN", "D"));
        identity.Address.Should().BeOfType<StructuredAddress>().Which.Should().Match<StructuredAddress>(address => address.PostalCode == "01067" && address.Locality == "DRESDEN");
        (identity.CommunityId, identity.Document?.Type, identity.Document?.DateOfExpiry).Should().Be(("02761406120000", "ID", new DateOnly(2029, 10, 31)));
        (identity.Level, verified.FulfilsAge, verified.FulfilsPlace, verified.EidType).Should().Be((AssuranceLevel.High, true, true, EidServerEidType.CardCertified));
        identity.Pseudonym.Should().NotBeNull();
        verified.Attestation!.Format.Should().Be("urn:example:attestation");
    }

    [Fact]
    public async Task The_pseudonym_stays_the_same_for_a_card_and_is_anothers_for_another()
    {
        var request = Ask(EidServerOperation.RestrictedId);
        var pseudonyms = new List<EidPseudonym?>();
        foreach (var person in (string[])["erika", "erika", "ben"])
            pseudonyms.Add((await ReadAsync(request, person)).Should().BeOfType<EidServerResult.Verified>().Which.Identity.Pseudonym);

        pseudonyms[0].Should().NotBeNull().And.Be(pseudonyms[1]).And.NotBe(pseudonyms[2]);
    }

    [Fact]
    public async Task A_residence_permit_has_a_year_of_birth_a_note_and_no_name_at_birth()
    {
        var identity = (await ReadAsync(_everything, "amina")).Should().BeOfType<EidServerResult.Verified>().Which.Identity;

        (identity.Person.DateOfBirth, identity.Document?.Type, identity.Document?.ResidencePermit).Should().Be((PartialDate.Parse("1971    "), "AR", "ERWERBSTÄTIGKEIT ERLAUBT"));
        (identity.Person.BirthName, identity.AbsenceOf(EidAttribute.BirthName)).Should().Be((null, AbsenceReason.NotOnChip));
    }

    [Fact]
    public async Task Nowhere_is_an_address_and_other_countries_have_their_codes()
    {
        var (homeless, union) = (await IdentityAsync("juergen"), await IdentityAsync("giulia"));

        homeless.Address.Should().BeOfType<NoAddress>().Which.Text.Should().Be("keine Wohnung in Deutschland");
        union.Document!.Type.Should().Be("UB");
        union.Address.Should().BeOfType<StructuredAddress>().Which.Country?.Text.Should().Be("ITA");
    }

    [Fact]
    public async Task Names_arrive_letter_by_letter() => (await IdentityAsync("zoe")).Person.FamilyName.Should().Be("WEIẞ-ĐẶNG M\u0302BANGO\u0303");

    [Fact]
    public async Task What_was_unticked_is_refused_and_what_was_not_asked_for_not_requested()
    {
        var request = new EidServerRequest
        {
            Operations = new Dictionary<EidServerOperation, EidServerDemand>
            {
                [EidServerOperation.FamilyNames] = EidServerDemand.Required,
                [EidServerOperation.DateOfBirth] = EidServerDemand.Allowed,
            },
            MinimumLevel = AssuranceLevel.Substantial,
        };
        var identity = (await ReadAsync(request, "erika", "DateOfBirth")).Should().BeOfType<EidServerResult.Verified>().Which.Identity;

        (identity.Person.FamilyName, identity.Person.DateOfBirth, identity.Person.GivenNames).Should().Be(("MUSTERMANN", null, null));
        (identity.AbsenceOf(EidAttribute.DateOfBirth), identity.AbsenceOf(EidAttribute.GivenNames)).Should().Be((AbsenceReason.Refused, AbsenceReason.NotRequested));
    }

    [Fact]
    public async Task Somebody_is_too_young()
    {
        var verified = (await ReadAsync(_everything, "ben")).Should().BeOfType<EidServerResult.Verified>().Subject;

        (verified.FulfilsAge, verified.FulfilsPlace).Should().Be((false, true));
    }

    [Fact]
    public async Task What_the_chip_lacks_and_the_service_needs_is_named()
    {
        var result = await ReadAsync(Ask(EidServerOperation.FamilyNames, EidServerOperation.BirthName), "amina");

        result.Should().BeOfType<EidServerResult.AttributesMissing>().Which.Missing.Should().BeEquivalentTo(new Dictionary<EidServerOperation, AbsenceReason> { [EidServerOperation.BirthName] = AbsenceReason.NotOnChip });
    }

    [Fact]
    public async Task Before_the_card_there_is_no_result_and_the_counter_goes_on()
    {
        var session = await StartAsync(Ask(EidServerOperation.FamilyNames));
        var waiting = (await Client.GetResultAsync(session)).Should().BeOfType<EidServerResult.Pending>().Subject;
        waiting.Session.RequestCounter.Should().BeGreaterThan(1);
        await Cards.ReadAsync(session, "erika");

        (await Client.GetResultAsync(waiting.Session)).Should().BeOfType<EidServerResult.Verified>();
        (await Client.GetResultAsync(waiting.Session)).Should().BeOfType<EidServerResult.Expired>("a result is handed out once");
    }

    [Fact]
    public async Task A_session_survives_its_store()
    {
        var session = await StartAsync(Ask(EidServerOperation.FamilyNames));
        await Cards.ReadAsync(session, "erika");

        (await Client.GetResultAsync(EidServerSession.FromBytes(session.ToBytes())!)).Should().BeOfType<EidServerResult.Verified>();
    }

    [Fact]
    public async Task An_old_counter_is_refused()
    {
        var session = await StartAsync(Ask(EidServerOperation.FamilyNames));
        await Client.GetResultAsync(session);

        var again = () => Client.GetResultAsync(session);

        await again.Should().ThrowAsync<EidException>();
    }

    [Fact]
    public async Task The_rights_of_the_service_are_known()
    {
        var all = await Client.GetServerInfoAsync();
        await ArmAsync("eid-server.server-info.fewer-rights");
        var fewer = await Client.GetServerInfoAsync();

        (all.Specification, all.Rights.Count).Should().Be((new Version(2, 4, 0), EidServerOperation.Known.Length));
        all.Rights.Except(fewer.Rights).Should().BeEquivalentTo([EidServerOperation.PlaceOfResidence, EidServerOperation.CommunityId, EidServerOperation.RestrictedId]);
    }

    private async Task<EidIdentity> IdentityAsync(string person) => (await ReadAsync(_everything, person)).Should().BeOfType<EidServerResult.Verified>().Which.Identity;
}
