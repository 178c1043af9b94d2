using BaseComponents.Eid;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.BundId;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>From the attributes of either service to the one model.</summary>
public sealed class MappingTests
{
    private static readonly Dictionary<EidAttribute, (string Value, Func<EidIdentity, string?> Read)[]> BundId = new()
    {
        [EidAttribute.GivenNames] = [("ERIKA", who => who.Person.GivenNames)],
        [EidAttribute.FamilyName] = [("WEIẞ", who => who.Person.FamilyName)],
        [EidAttribute.BirthName] = [("GABLER", who => who.Person.BirthName)],
        [EidAttribute.AcademicTitle] = [("DR.", who => who.Person.AcademicTitle)],
        [EidAttribute.DateOfBirth] = [("1964-08-12", who => who.Person.DateOfBirth?.ToIsoText())],
        [EidAttribute.PlaceOfBirth] = [("BERLIN", who => who.Person.PlaceOfBirth)],
        [EidAttribute.Nationality] = [("D", who => who.Person.Nationality?.Text)],
        [EidAttribute.Gender] = [("2", who => who.Person.Gender?.Text)],
        [EidAttribute.Address] =
        [
            ("HEIDESTRAẞE 17", who => (who.Address as StructuredAddress)?.Street),
            ("51147", who => (who.Address as StructuredAddress)?.PostalCode),
            ("KÖLN", who => (who.Address as StructuredAddress)?.Locality),
            ("DE", who => (who.Address as StructuredAddress)?.Country?.Text),
        ],
        [EidAttribute.MailAddress] = [("erika@buerger.example", who => who.MailAddress)],
        [EidAttribute.TelephoneNumber] = [("+49 351 0000000", who => who.TelephoneNumber)],
        [EidAttribute.DeMailAddress] = [("erika@de-mail.example", who => who.DeMailAddress)],
        [EidAttribute.CommunityId] = [("145220180180", who => who.CommunityId)],
        [EidAttribute.DocumentType] = [("ID", who => who.Document?.Type)],
        [EidAttribute.IssuingState] = [("IT", who => who.Document?.IssuingState?.Text)],
        [EidAttribute.Mailbox] = [("mailbox", who => who.Mailbox?.Value)],
        [EidAttribute.Pseudonym] = [("pseudonym", who => who.Pseudonym?.Value)],
        [EidAttribute.MethodPseudonym] = [("of-the-card", who => who.MethodPseudonym?.Value)],
        [EidAttribute.UsedTwoFactors] = [("true", who => who.UsedTwoFactors is true ? "true" : null)],
    };

    [Fact]
    public void Every_attribute_of_BundId_reaches_the_model_and_the_session()
    {
        BundId.Keys.Should().BeEquivalentTo(Enum.GetValues<EidAttribute>().Where(attribute => BundIdAttributes.NamesOf(attribute).Count > 0), "the table of the test names them all");

        var identity = LogIn(SamlProfile.BundId(Asking([.. BundId.Keys])), BundIdXml(BundId.Keys));

        foreach (var (attribute, parts) in BundId)
        {
            parts.Select(part => part.Read(identity)).Should().Equal(parts.Select(part => part.Value), $"{attribute} was sent");
            identity.TrustOf(attribute).Should().Be(AssuranceLevel.Substantial);
            identity.AbsenceOf(attribute).Should().BeNull();
        }

        identity.MethodPseudonym!.Issuer.Should().Be($"{Parties.IdentityProviderId}#eID");
        new System.Security.Claims.ClaimsPrincipal(identity.ToClaimsIdentity("BundId")).GetEidIdentity().Should().Be(identity);
    }

    [Theory]
    [MemberData(nameof(BundIdNames))]
    public void What_was_not_asked_for_is_missing_for_that_reason(EidAttribute attribute)
    {
        var others = BundId.Keys.Where(other => other != attribute).ToList();

        var identity = LogIn(SamlProfile.BundId(Asking([.. others])), BundIdXml(others));

        identity.AbsenceOf(attribute).Should().Be(AbsenceReason.NotRequested);
        others.Select(other => identity.AbsenceOf(other)).Should().AllSatisfy(absence => absence.Should().BeNull());
    }

    [Fact]
    public void A_company_reaches_the_model_and_the_session()
    {
        var identity = LogIn(SamlProfile.Unternehmenskonto(), Company());

        identity.Organisation.Should().Be(new EidOrganisation
        {
            Name = "Zwinger vom Beispielbach GmbH",
            LegalForm = "GmbH",
            LegalFormCode = "350",
            Activity = "Hundezucht",
            RegisterNumber = "HRB 99002",
            RegisterCourt = "Amtsgericht Dresden",
        });
        identity.Address.Should().Be(new StructuredAddress { Street = "Am Bach", HouseNumber = "3", PostalCode = "01067", Locality = "Dresden", Country = new CountryCode("DE") });
        identity.Person.Should().Be(new EidPerson { GivenNames = "Max", FamilyName = "von Bauer", DateOfBirth = PartialDate.Parse("1970-02-01"), TaxIdentifier = "00000000000" });
        identity.MethodPseudonym.Should().Be(new EidPseudonym($"{Parties.IdentityProviderId}#Elster", "du-0000"));
        new System.Security.Claims.ClaimsPrincipal(identity.ToClaimsIdentity("Unternehmenskonto")).GetEidIdentity().Should().Be(identity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<saml:AttributeValue/>")]
    public void A_demanded_attribute_without_a_value_is_missing(string value)
    {
        var request = Asking([EidAttribute.FamilyName]);
        request.Attributes[0].Required = true;
        var attributes = Attribute(BundIdAttributes.AssertionProvedBy, "eID") + $"""<saml:Attribute Name="{BundIdAttributes.Surname}">{value}</saml:Attribute>""";
        var accepted = Answers.Read(Answers.Encrypted(new ForgedResponse { Attributes = attributes })).Should().BeOfType<SamlAnswer.Accepted>().Subject;

        SamlProfile.BundId(request).Login(accepted.Assertion, AssuranceLevel.Low).Should().Be(new SamlLogin.Failed(EidLoginOutcome.AttributesMissing, "missing-FamilyName"));
    }

    [Theory]
    [InlineData("IDP_REQUIRED_ATTRIBUTES_MISSING", "RequestDenied", EidLoginOutcome.AttributesMissing)]
    [InlineData("IDP_SOMETHING_ELSE", "RequestDenied", EidLoginOutcome.ProviderRefused)]
    [InlineData("IDP_SOMETHING_ELSE", "AuthnFailed", EidLoginOutcome.CancelledByUser)]
    public void A_code_of_BundId_that_is_not_known_does_not_speak_of_attributes(string detail, string code, EidLoginOutcome outcome) =>
        SamlProfile.Declined(new SamlStatus { Code = "Requester", SubCode = code, DetailCodes = [detail] }).Outcome.Should().Be(outcome);

    public static TheoryData<EidAttribute> BundIdNames() => new(BundId.Keys);

    private static EidIdentity LogIn(SamlProfile profile, string attributes)
    {
        var accepted = Answers.Read(Answers.Encrypted(new ForgedResponse { Attributes = attributes, ContextClasses = ["STORK-QAA-Level-3"] })).Should().BeOfType<SamlAnswer.Accepted>().Subject;
        return profile.Login(accepted.Assertion, AssuranceLevel.Low).Should().BeOfType<SamlLogin.Succeeded>().Subject.Identity;
    }

    private static BundIdRequest Asking(EidAttribute[] attributes) => new()
    {
        OrganisationDisplayName = "Beispielstadt",
        OnlineServiceId = "BMI-0000",
        Attributes = [.. attributes.Select(attribute => new SamlRequestedAttribute { Attribute = attribute, Purpose = "Test" })],
    };

    private static string BundIdXml(IEnumerable<EidAttribute> attributes) =>
        Attribute(BundIdAttributes.AssertionProvedBy, "eID")
        + string.Concat(attributes.SelectMany(attribute => BundIdAttributes.NamesOf(attribute).Zip(BundId[attribute], (name, part) => Attribute(name, part.Value))));

    private static string Attribute(string name, string value) =>
        $"""<saml:Attribute xmlns:akdb="https://www.akdb.de/request/2018/09" Name="{name}" akdb:TrustLevel="SUBSTANTIELL"><saml:AttributeValue>{value}</saml:AttributeValue></saml:Attribute>""";

    private static string Company() =>
        string.Concat(new Dictionary<string, string>
        {
            ["IstTestkonto"] = "false",
            ["ElsterVertrauensniveauIdentifizierung"] = "hoch",
            ["ElsterVertrauensniveauAuthentifizierung"] = "substanziell",
            ["PersTyp"] = "NNatPers",
            ["Firmenname"] = "Zwinger vom Beispielbach GmbH",
            ["Rechtsform"] = "350",
            ["RechtsformText"] = "GmbH",
            ["TaetigkeitText"] = "Hundezucht",
            ["Registerart"] = "HRB",
            ["Registernummer"] = "99002",
            ["Registergericht"] = "Amtsgericht Dresden",
            ["Namensvorsatz"] = "von",
            ["Vorname"] = "Max",
            ["Name"] = "Bauer",
            ["Geburtsdatum"] = "01.02.1970",
            ["IdNr"] = "00000000000",
            ["DatenuebermittlerPseudonymId"] = "du-0000",
        }.Select(attribute => Attribute(attribute.Key, attribute.Value)))
        + """
          <saml:Attribute xmlns:ekona="http://www.elster.de/schema/ekona/saml/extensions" Name="Unternehmensanschrift"><saml:AttributeValue xsi:type="ekona:AdresseType"><ekona:Typ>Inland</ekona:Typ><ekona:Strasse>Am Bach</ekona:Strasse><ekona:Hausnummer>3</ekona:Hausnummer><ekona:PLZ>01067</ekona:PLZ><ekona:Ort>Dresden</ekona:Ort><ekona:Land>DE</ekona:Land></saml:AttributeValue></saml:Attribute>
          """;
}
