using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>Answers that the right identity provider signed, for somebody else, for another request, for another time, or with what nobody understands, and the reason for which each is refused.</summary>
internal static class WrongAnswers
{
    public static Dictionary<string, (Func<ForgedResponse, ForgedResponse> Change, string Reason)> All { get; } = new()
    {
        ["other audience"] = (good => good with { Audience = "https://other.example/saml" }, "audience"),
        ["audience with a slash more"] = (good => good with { Audience = Parties.EntityId + "/" }, "audience"),
        ["audience in capitals"] = (good => good with { Audience = Parties.EntityId.ToUpperInvariant() }, "audience"),
        ["other destination"] = (good => good with { Destination = "https://other.example/acs" }, "response-destination"),
        ["other recipient"] = (good => good with { Recipient = "https://other.example/acs" }, "confirmation-recipient"),
        ["other issuer"] = (good => good with { Issuer = "https://other.example/saml" }, "response-issuer"),
        ["other issuer of the assertion"] = (good => good with { AssertionIssuer = "https://other.example/saml" }, "assertion-issuer"),
        ["another request"] = (good => good with { InResponseTo = "_request2" }, "response-request"),
        ["no request"] = (good => good with { InResponseTo = "" }, "response-request"),
        ["another request in the confirmation"] = (good => good with { ConfirmationInResponseTo = "_request2" }, "confirmation-request"),
        ["expired"] = (good => good with { NotOnOrAfter = Parties.Now.AddSeconds(-31) }, "conditions-expired"),
        ["confirmation expired"] = (good => good with { ConfirmationNotOnOrAfter = Parties.Now.AddSeconds(-31) }, "confirmation-expired"),
        ["ends exactly at the edge"] = (good => good with { NotOnOrAfter = Parties.Now.AddSeconds(-30) }, "conditions-expired"),
        ["not yet"] = (good => good with { NotBefore = Parties.Now.AddSeconds(31) }, "conditions-not-yet"),
        ["from the future"] = (good => good with { IssuedAt = Parties.Now.AddSeconds(31) }, "response-time"),
        ["older than the request"] = (good => good with { IssuedAt = Parties.Expectation.RequestedAt.AddSeconds(-31) }, "response-time"),
        ["authenticated before the request"] = (good => good with { AuthenticatedAt = Parties.Expectation.RequestedAt.AddSeconds(-31) }, "authentication-stale"),
        ["authenticated in the future"] = (good => good with { AuthenticatedAt = Parties.Now.AddSeconds(31) }, "authentication-time"),
        ["no statement about authentication"] = (good => good with { ContextClasses = [] }, "authentication-missing"),
        ["a context without a name"] = (good => good with { ContextClasses = ["STORK-QAA-Level-4", " "] }, "authentication-context"),
        ["an attribute twice"] = (good => good with { Attributes = """<saml:Attribute Name="a"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute><saml:Attribute Name="a"><saml:AttributeValue>2</saml:AttributeValue></saml:Attribute>""" }, "attributes"),
        ["an attribute twice but for white space"] = (good => good with { Attributes = """<saml:Attribute Name="a"/><saml:Attribute Name="a "/>""" }, "attributes"),
        ["an attribute without a name"] = (good => good with { Attributes = "<saml:Attribute/>" }, "attributes"),
        ["an encrypted attribute"] = (good => good with { Attributes = "<saml:EncryptedAttribute/>" }, "attributes"),
        ["an attribute without measure"] = (good => good with { Attributes = $"""<saml:Attribute Name="a"><saml:AttributeValue>{new string('x', 4001)}</saml:AttributeValue></saml:Attribute>""" }, "attribute-too-long"),
        ["parts of one name in a value"] = (good => good with { Attributes = """<saml:Attribute Name="a"><saml:AttributeValue><p>1</p><p>2</p></saml:AttributeValue></saml:Attribute>""" }, "attribute-shape"),
        ["a condition nobody knows"] = (good => good with { ConditionsRest = """<x:OnlyOnSundays xmlns:x="urn:x"/>""" }, "conditions-unknown"),
        ["a second audience restriction for others"] = (good => good with { ConditionsRest = "<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience></saml:AudienceRestriction>" }, "audience"),
        ["a decoy in the extensions"] = (good => good with { Extensions = """<samlp:Extensions><saml:Assertion ID="_decoy"/></samlp:Extensions>""" }, "assertion-not-single"),
        ["a decoy of another namespace"] = (good => good with { Extensions = """<samlp:Extensions><x:Assertion xmlns:x="urn:x"/></samlp:Extensions>""" }, "assertion-not-single"),
        ["a foreign child"] = (good => good with { Extensions = """<x:Thing xmlns:x="urn:x"/>""" }, "response-children"),
        ["two statuses"] = (good => good with { Extensions = """<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>""" }, "response-shape"),
        ["two codes in the status"] = (good => good with { StatusRest = """<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Requester"/>""" }, "status-shape"),
    };
}
