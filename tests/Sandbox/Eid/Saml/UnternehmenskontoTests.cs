namespace BaseComponents.Tests.Sandbox.Eid.Saml;

/// <summary>Mein Unternehmenskonto as an application written by hand sees it.</summary>
public sealed class UnternehmenskontoTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private const string Ekona = "http://www.elster.de/schema/ekona/saml/extensions";
    private readonly SamlClientByHand _client = SamlClientByHand.Unternehmenskonto(sandbox.Server);

    private static RequestByHand Request { get; } = new() { ExtensionVersion = null };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_response_is_signed_and_the_assertion_in_it_encrypted_without_a_signature()
    {
        var answer = await _client.LogInAsync("musterbau", Request);

        (answer.IsResponseSigned, answer.IsAssertionSigned).Should().Be((true, null));
        answer.Response.Only("Signature", "SignedInfo", "SignatureMethod").GetAttribute("Algorithm").Should().Be(XmlByHand.Pss);
        answer.Text.Should().NotContain("Musterbau");
        answer.Assertion.Only("Subject", "NameID").GetAttribute("Format").Should().EndWith(":persistent");
    }

    [Fact]
    public async Task A_company_has_its_register_entry_and_an_address_in_parts()
    {
        var answer = await _client.LogInAsync("musterbau", Request);

        (answer["PersTyp"], answer["DatenkranzTyp"], answer["Firmenname"], answer["RechtsformText"], answer["IstTestkonto"]).Should().Be(("NNatPers", "StNr", "Musterbau GmbH", "GmbH", "false"));
        (answer["Registerart"], answer["Registernummer"], answer["Registergericht"]).Should().Be(("HRB", "99001", "Amtsgericht Dresden"));
        (answer["ElsterVertrauensniveauIdentifizierung"], answer["ElsterVertrauensniveauAuthentifizierung"]).Should().Be(("substanziell", "substanziell"));
        answer["Rechtsform"].Should().MatchRegex("^[0-9]{3}$");
        answer["DatenuebermittlerPseudonymId"].Should().StartWith("du-");
        var value = answer.Attributes.Single(attribute => attribute.GetAttribute("Name") == "Unternehmensanschrift").Only("AttributeValue");
        value.GetAttribute("type", "http://www.w3.org/2001/XMLSchema-instance").Should().Be("ekona:AdresseType");
        value.GetNamespaceOfPrefix("ekona").Should().Be(Ekona);
        value.ChildNodes.OfType<System.Xml.XmlElement>().Select(part => (part.NamespaceURI, part.LocalName, part.InnerText)).Should().Equal(
            (Ekona, "Typ", "Inland"), (Ekona, "Strasse", "Industriestraße"), (Ekona, "Hausnummer", "40"), (Ekona, "PLZ", "01129"), (Ekona, "Ort", "Dresden"), (Ekona, "Land", "D"));
    }

    [Fact]
    public async Task A_person_with_a_certificate_of_their_own_is_a_natural_one()
    {
        var answer = await _client.LogInAsync("greta", Request);

        (answer["PersTyp"], answer["Name"], answer["Geburtsdatum"], answer["Firmenname"]).Should().Be(("NatPers", "Zertifikat", "09.01.1979", null));
        answer.Attributes.Select(attribute => attribute.GetAttribute("Name")).Should().Contain("Anschrift").And.NotContain("Unternehmensanschrift");
    }

    [Fact]
    public async Task The_name_stays_the_same()
    {
        var (first, second) = (await _client.LogInAsync("musterbau", Request), await _client.LogInAsync("musterbau", Request));

        first.Assertion.Only("Subject", "NameID").InnerText.Should().Be(second.Assertion.Only("Subject", "NameID").InnerText);
    }

    [Fact]
    public async Task Only_whoever_has_a_certificate_is_offered()
    {
        var page = await _client.ChoicePageAsync(Request);

        page.QuerySelectorAll("button[name=person]").Select(button => button.GetAttribute("value")).Should().BeEquivalentTo("", "greta", "musterbau", "tierfreunde");
        (await _client.LogInAsync("erika", Request)).SubCode.Should().Be("AuthnFailed");
    }

    [Fact]
    public async Task A_request_for_the_other_identity_provider_is_refused()
    {
        using var bundId = SamlClientByHand.BundId(sandbox.Server);
        using var answer = await bundId.PostAsync(Request with { Destination = _client.SignOn.AbsoluteUri });

        SamlClientByHand.CodeOf(answer).Should().Be("sandbox-destination-wrong");
        bundId.IdentityProvider.Thumbprint.Should().NotBe(_client.IdentityProvider.Thumbprint);
    }
}
