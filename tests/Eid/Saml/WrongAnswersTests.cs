using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>Answers that the right identity provider signed, for somebody else, for another request, or for another time.</summary>
public sealed class WrongAnswersTests
{
    private static readonly Dictionary<string, (ForgedResponse Response, string Reason)> Wrong = new()
    {
        ["other audience"] = (new() { Audience = "https://other.example/saml" }, "audience"),
        ["audience with a slash more"] = (new() { Audience = Parties.EntityId + "/" }, "audience"),
        ["audience in capitals"] = (new() { Audience = Parties.EntityId.ToUpperInvariant() }, "audience"),
        ["other destination"] = (new() { Destination = "https://other.example/acs" }, "response-destination"),
        ["other recipient"] = (new() { Recipient = "https://other.example/acs" }, "confirmation-recipient"),
        ["other issuer"] = (new() { Issuer = "https://other.example/saml" }, "response-issuer"),
        ["other issuer of the assertion"] = (new() { AssertionIssuer = "https://other.example/saml" }, "assertion-issuer"),
        ["another request"] = (new() { InResponseTo = "_request2" }, "response-request"),
        ["no request"] = (new() { InResponseTo = "" }, "response-request"),
        ["another request in the confirmation"] = (new() { ConfirmationInResponseTo = "_request2" }, "confirmation-request"),
        ["expired"] = (new() { NotOnOrAfter = Parties.Now.AddSeconds(-31) }, "conditions-expired"),
        ["confirmation expired"] = (new() { ConfirmationNotOnOrAfter = Parties.Now.AddSeconds(-31) }, "confirmation-expired"),
        ["ends exactly at the edge"] = (new() { NotOnOrAfter = Parties.Now.AddSeconds(-30) }, "conditions-expired"),
        ["not yet"] = (new() { NotBefore = Parties.Now.AddSeconds(31) }, "conditions-not-yet"),
        ["from the future"] = (new() { IssuedAt = Parties.Now.AddSeconds(31) }, "response-time"),
        ["older than the request"] = (new() { IssuedAt = Parties.Expectation.RequestedAt.AddSeconds(-31) }, "response-time"),
        ["authenticated before the request"] = (new() { AuthenticatedAt = Parties.Expectation.RequestedAt.AddSeconds(-31) }, "authentication-stale"),
        ["authenticated in the future"] = (new() { AuthenticatedAt = Parties.Now.AddSeconds(31) }, "authentication-time"),
        ["no statement about authentication"] = (new() { ContextClasses = [] }, "authentication-missing"),
        ["a context without a name"] = (new() { ContextClasses = ["STORK-QAA-Level-4", " "] }, "authentication-context"),
        ["an attribute twice"] = (new() { Attributes = """<saml:Attribute Name="a"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute><saml:Attribute Name="a"><saml:AttributeValue>2</saml:AttributeValue></saml:Attribute>""" }, "attributes"),
        ["an attribute twice but for white space"] = (new() { Attributes = """<saml:Attribute Name="a"/><saml:Attribute Name="a "/>""" }, "attributes"),
        ["an attribute without a name"] = (new() { Attributes = "<saml:Attribute/>" }, "attributes"),
        ["an encrypted attribute"] = (new() { Attributes = "<saml:EncryptedAttribute/>" }, "attributes"),
        ["an attribute without measure"] = (new() { Attributes = $"""<saml:Attribute Name="a"><saml:AttributeValue>{new string('x', 4001)}</saml:AttributeValue></saml:Attribute>""" }, "attribute-too-long"),
        ["parts of one name in a value"] = (new() { Attributes = """<saml:Attribute Name="a"><saml:AttributeValue><p>1</p><p>2</p></saml:AttributeValue></saml:Attribute>""" }, "attribute-shape"),
        ["a condition nobody knows"] = (new() { ConditionsRest = """<x:OnlyOnSundays xmlns:x="urn:x"/>""" }, "conditions-unknown"),
        ["a second audience restriction for others"] = (new() { ConditionsRest = "<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience></saml:AudienceRestriction>" }, "audience"),
        ["a decoy in the extensions"] = (new() { Extensions = """<samlp:Extensions><saml:Assertion ID="_decoy"/></samlp:Extensions>""" }, "assertion-not-single"),
        ["a decoy of another namespace"] = (new() { Extensions = """<samlp:Extensions><x:Assertion xmlns:x="urn:x"/></samlp:Extensions>""" }, "assertion-not-single"),
        ["a foreign child"] = (new() { Extensions = """<x:Thing xmlns:x="urn:x"/>""" }, "response-children"),
        ["two statuses"] = (new() { Extensions = """<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>""" }, "response-shape"),
        ["two codes in the status"] = (new() { StatusRest = """<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Requester"/>""" }, "status-shape"),
    };

    public static TheoryData<string> Names => new(Wrong.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_refused_when_the_response_is_signed(string name) => Answers.Read(Answers.SignedResponse(Wrong[name].Response)).ShouldBeRefused(Wrong[name].Reason);

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_refused_when_the_assertion_is_signed(string name) => Answers.Read(Answers.SignedAssertion(Wrong[name].Response)).ShouldBeRefused(Wrong[name].Reason);

    [Fact]
    public void The_edges_of_time_are_within()
    {
        var edge = new ForgedResponse
        {
            NotBefore = Parties.Now.AddSeconds(30),
            NotOnOrAfter = Parties.Now.AddSeconds(-29),
            IssuedAt = Parties.Now.AddSeconds(30),
            AuthenticatedAt = Parties.Expectation.RequestedAt.AddSeconds(-30),
        };

        Answers.Read(Answers.SignedResponse(edge)).ShouldBeAccepted();
    }

    [Fact]
    public void The_answer_of_an_identity_provider_that_was_not_asked_is_refused_whatever_its_signature()
    {
        var other = Parties.Asked with { EntityId = "https://other.example/saml" };
        var answer = Answers.Read(Answers.SignedResponse(new ForgedResponse { Issuer = other.EntityId }), Parties.Expectation with { IdentityProvider = other });

        answer.ShouldBeRefused("identity-provider-of-another-request");
    }

    [Theory]
    [InlineData("Requester", "AuthnFailed")]
    [InlineData("Responder", null)]
    public void A_status_that_is_no_success_is_declined_and_nothing_after_it_is_read(string code, string? sub)
    {
        var response = new ForgedResponse
        {
            Status = "urn:oasis:names:tc:SAML:2.0:status:" + code,
        };
        var document = response.ToXml();
        if (sub is not null)
            document.GetElementsByTagName("StatusCode", Answers.Protocol)[0]!.InnerXml = $"""<samlp:StatusCode xmlns:samlp="{Answers.Protocol}" Value="urn:oasis:names:tc:SAML:2.0:status:{sub}"/>""";

        var declined = Answers.Read(document).Should().BeOfType<SamlAnswer.Declined>().Subject;

        declined.Status.Code.Should().Be(code);
        declined.Status.SubCode.Should().Be(sub);
    }

    [Fact]
    public void The_status_detail_of_bundid_names_the_attributes_that_are_missing()
    {
        var response = new ForgedResponse
        {
            Status = "urn:oasis:names:tc:SAML:2.0:status:Requester",
            StatusRest = """
                <samlp:StatusMessage>Erika Mustermann</samlp:StatusMessage><samlp:StatusDetail><akdb:StatusDetail xmlns:akdb="https://www.akdb.de/request/2018/09">{"version":"1.0","errors":[{"code":"IDP_REQUIRED_ATTRIBUTES_MISSING","message":"Attribute urn:oid:2.5.4.42 is required but not available"},{"code":"Erika Mustermann","message":7},3]}</akdb:StatusDetail></samlp:StatusDetail>
                """,
        };

        var status = Answers.Read(response.ToXml()).Should().BeOfType<SamlAnswer.Declined>().Subject.Status;

        status.DetailCodes.Should().Equal("IDP_REQUIRED_ATTRIBUTES_MISSING");
        status.MissingAttributes.Should().Equal("urn:oid:2.5.4.42");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"errors":{}}""")]
    public void A_status_detail_of_another_form_is_passed_over(string detail)
    {
        var response = new ForgedResponse
        {
            Status = "urn:oasis:names:tc:SAML:2.0:status:Requester",
            StatusRest = $"""<samlp:StatusDetail><akdb:StatusDetail xmlns:akdb="https://www.akdb.de/request/2018/09">{detail}</akdb:StatusDetail></samlp:StatusDetail>""",
        };

        Answers.Read(response.ToXml()).Should().BeOfType<SamlAnswer.Declined>().Which.Status.DetailCodes.Should().BeEmpty();
    }
}
