using BaseComponents.Eid;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Each person of the Sandbox arrives in the application as the model says.</summary>
public sealed class PersonsOfTheSandboxTests(RunningSandbox sandbox) : SandboxWithApplication(sandbox)
{
    [Fact]
    public async Task An_ordinary_citizen_arrives_with_every_attribute()
    {
        await LogInAsync("Erika Mustermann");

        var citizen = Application.Seen!;
        citizen.Kind.Should().Be(EidIdentityKind.Person);
        citizen.Person.Should().Be(new EidPerson
        {
            GivenNames = "ERIKA",
            FamilyName = "MUSTERMANN",
            BirthName = "GABLER",
            AcademicTitle = "DR.",
            DateOfBirth = PartialDate.Parse("1964-08-12"),
            PlaceOfBirth = "BERLIN",
            Nationality = new CountryCode("D"),
        });
        citizen.Address.Should().Be(new StructuredAddress { Street = "SCHILLERSTRAẞE 17", PostalCode = "01067", Locality = "DRESDEN", Country = new CountryCode("D") });
        (citizen.Level, citizen.Method).Should().Be((AssuranceLevel.High, EidMethod.IdentityCard));
        citizen.MailAddress.Should().Be("erika.mustermann@buerger.example");
        citizen.TrustOf(EidAttribute.MailAddress).Should().Be(AssuranceLevel.Basic);
        citizen.TrustOf(EidAttribute.FamilyName).Should().Be(AssuranceLevel.High);
        citizen.Mailbox.Should().NotBeNull();
        citizen.Pseudonym!.Value.Should().HaveLength(43);
    }

    [Fact]
    public async Task The_same_citizen_is_recognised_again_and_another_is_not()
    {
        await LogInAsync("Erika Mustermann");
        var first = Application.Seen!.Pseudonym!.ToUserKey();
        await LogInAsync("Erika Mustermann");
        Application.Seen!.Pseudonym!.ToUserKey().Should().Be(first);
        await LogInAsync("Ben Mustermann");
        Application.Seen!.Pseudonym!.ToUserKey().Should().NotBe(first);
    }

    [Fact]
    public async Task A_partial_date_of_birth_stays_partial()
    {
        await LogInAsync("Amina Rahmani");

        Application.Seen!.Person.DateOfBirth.Should().Be(PartialDate.Parse("1971    "));
        Application.Seen.Person.Nationality!.Value.Iso.Should().Be("AF");
        Application.Seen.AbsenceOf(EidAttribute.BirthName).Should().Be(AbsenceReason.NotOnChip);
    }

    [Fact]
    public async Task No_fixed_address_is_an_answer_of_its_own()
    {
        await LogInAsync("Jürgen Wandersmann");

        Application.Seen!.Address.Should().Be(new NoAddress("keine Wohnung in Deutschland"));
    }

    [Fact]
    public async Task Capital_sharp_s_and_combining_marks_arrive_character_by_character()
    {
        await LogInAsync("Zoë");

        Application.Seen!.Person.FamilyName.Should().Be("WEIẞ-ĐẶNG M\u0302BANGO\u0303");
        Application.Seen.Person.BirthName.Should().Be("D\u0326ANIĻČENKO");
        Application.Seen.Person.GivenNames.Should().Be("ZOË ĞÜLŞEN");
    }

    [Fact]
    public async Task A_union_citizen_arrives_with_nationality_and_foreign_address()
    {
        await LogInAsync("Giulia Rossi");

        Application.Seen!.Person.Nationality.Should().Be(new CountryCode("IT"));
        ((StructuredAddress)Application.Seen.Address!).Country.Should().Be(new CountryCode("IT"));
        (Application.Seen.Level, Application.Seen.Method).Should().Be((AssuranceLevel.Substantial, EidMethod.Eidas));
    }

    [Fact]
    public async Task A_minor_can_be_told_by_the_date_of_birth()
    {
        await LogInAsync("Ben Mustermann");

        Application.Seen!.Person.DateOfBirth!.Value.HasReachedAge(18, new DateOnly(2026, 11, 24)).Should().BeFalse();
    }

    [Fact]
    public async Task Refused_attributes_are_told_from_missing_ones()
    {
        await LogInAsync("Otto Sparsam");

        Application.Seen!.Person.DateOfBirth.Should().BeNull();
        Application.Seen.AbsenceOf(EidAttribute.DateOfBirth).Should().Be(AbsenceReason.Refused);
        Application.Seen.AbsenceOf(EidAttribute.Address).Should().Be(AbsenceReason.Refused);
        Application.Seen.AbsenceOf(EidAttribute.AcademicTitle).Should().Be(AbsenceReason.Unstated);
        Application.Seen.AbsenceOf(EidAttribute.ArtisticName).Should().Be(AbsenceReason.NotRequested);
    }

    [Theory]
    [InlineData("Musterbau GmbH", "GmbH", "HRB 99001", "Amtsgericht Dresden", "Bauer", AssuranceLevel.Basic)]
    [InlineData("Tierfreunde Beispielstadt e. V.", "e. V.", "VR 4711", "Amtsgericht Leipzig", "Vorstand", AssuranceLevel.Substantial)]
    public async Task A_company_arrives_with_its_register_and_whoever_acts(string name, string form, string number, string court, string actor, AssuranceLevel addressTrust)
    {
        await LogInAsync(name);

        Application.Seen!.Kind.Should().Be(EidIdentityKind.Organisation);
        Application.Seen.Organisation.Should().Be(new EidOrganisation { Name = name, LegalForm = form, RegisterNumber = number, RegisterCourt = court });
        Application.Seen.Person.FamilyName.Should().Be(actor);
        Application.Seen.Method.Should().Be(EidMethod.Elster);
        Application.Seen.TrustOf(EidAttribute.Address).Should().Be(addressTrust);
    }
}
