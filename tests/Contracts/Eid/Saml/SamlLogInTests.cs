using BaseComponents.Eid;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>The Sandbox's identity providers, written from the specifications by other code, and the service provider: real signatures, encryption, forms.</summary>
public sealed class SamlLogInTests(RunningSandbox sandbox) : SamlOnSandbox(sandbox)
{
    [Fact]
    public async Task A_citizen_arrives_with_every_attribute()
    {
        await LogInAsync("BundId", "Anmelden als Erika");

        var erika = Application.Seen!;
        erika.Person.Should().BeEquivalentTo(new
        {
            GivenNames = "ERIKA",
            FamilyName = "MUSTERMANN",
            BirthName = "GABLER",
            AcademicTitle = "DR.",
            DateOfBirth = (PartialDate?)PartialDate.Parse("1964-08-12"),
            PlaceOfBirth = "BERLIN",
        });
        erika.Person.Nationality!.Value.SameAs(CountryCode.Germany).Should().BeTrue();
        erika.Address.Should().BeOfType<StructuredAddress>().Which.Should().BeEquivalentTo(new { Street = "SCHILLERSTRAẞE 17", PostalCode = "01067", Locality = "DRESDEN" });
        (erika.Level, erika.Method).Should().Be((AssuranceLevel.High, EidMethod.IdentityCard));
        erika.Pseudonym!.Value.Should().MatchRegex("^[A-Za-z0-9_-]{43}$");
        erika.TrustOf(EidAttribute.FamilyName).Should().Be(AssuranceLevel.High);
        erika.AbsenceOf(EidAttribute.OrganisationName).Should().NotBeNull();
    }

    [Theory]
    [InlineData("Amina")]
    [InlineData("Zoë")]
    [InlineData("Giulia")]
    [InlineData("Ben")]
    public async Task Other_citizens_arrive_too(string person)
    {
        await LogInAsync("BundId", $"Anmelden als {person}");

        Application.Seen.Should().NotBeNull(Browser.Text);
    }

    [Fact]
    public async Task Letters_arrive_one_by_one()
    {
        await LogInAsync("BundId", "Anmelden als Zoë");

        Application.Seen!.Person.FamilyName.Should().Be("WEIẞ-ĐẶNG M\u0302BANGO\u0303");
    }

    [Fact]
    public async Task A_partial_date_stays_partial()
    {
        await LogInAsync("BundId", "Anmelden als Amina");

        Application.Seen!.Person.DateOfBirth.Should().Be(PartialDate.Parse("1971"));
    }

    [Fact]
    public async Task A_company_arrives_with_its_register_and_address()
    {
        await LogInAsync("Unternehmenskonto", "Anmelden als Musterbau");

        var company = Application.Seen!;
        company.Organisation.Should().BeEquivalentTo(new { Name = "Musterbau GmbH", RegisterNumber = "HRB 99001" }, options => options.ExcludingMissingMembers());
        company.Address.Should().BeOfType<StructuredAddress>().Which.Should().BeEquivalentTo(new { PostalCode = "01129", Locality = "Dresden" });
        company.Level.Should().Be(AssuranceLevel.Substantial);
        company.Pseudonym.Should().NotBeNull();
    }

    [Fact]
    public async Task By_redirect_as_well()
    {
        await using var application = await SamlApplication.StartAsync(Sandbox.Configuration, ("BundId:Binding", "Redirect"), ("BundId:SignatureAlgorithm", "RsaSha256"));
        await Browser.GoAsync(new Uri(application.Address, "/login/BundId"));
        await Browser.PressAsync("Anmelden als Erika");
        await Browser.PressAsync("Weiter zur Anwendung");

        application.Seen.Should().NotBeNull(Browser.Text);
    }

    [Fact]
    public async Task Giving_up_is_an_outcome()
    {
        await LogInAsync("BundId", "Abbrechen");

        Browser.Text.Should().Be("outcome=CancelledByUser");
    }

    [Fact]
    public async Task The_log_names_nobody()
    {
        await LogInAsync("BundId", "Anmelden als Erika");
        var pseudonym = Application.Seen!.Pseudonym!.Value;

        Application.Log.Text.Should().Contain("succeeded with level High").And.NotContainAny("ERIKA", "MUSTERMANN", "GABLER", "SCHILLERSTR", "1964", "erika.mustermann", pseudonym);
    }
}
