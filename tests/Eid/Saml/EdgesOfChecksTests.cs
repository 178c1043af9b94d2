using System.Xml;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>Each check at its edge: what is just good and what is just not, signed by the identity provider itself.</summary>
public sealed class EdgesOfChecksTests
{
    private const string Issued = "IssueInstant=\"2026-11-24T12:00:00.000Z\"";
    private const string SubjectEnd = "</saml:Subject>";
    private const string Bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private const string Statement = "<saml:AttributeStatement>";
    private const string AssertionStart = "<saml:Assertion ID=\"_assertion1\" Version=\"2.0\" ";

    // A change of the text before it is signed, and the reason it is refused for; null: it is accepted.
    private static readonly Dictionary<string, (Func<string, string> Change, string? Reason)> Cases = new()
    {
        ["as it is"] = (xml => xml, null),
        ["two subjects"] = (xml => xml.Replace(SubjectEnd, SubjectEnd + "<saml:Subject/>", StringComparison.Ordinal), "assertion-shape"),
        ["no conditions"] = (xml => Without(xml, "<saml:Conditions", "</saml:Conditions>"), "assertion-shape"),
        ["no subject"] = (xml => Without(xml, "<saml:Subject>", SubjectEnd), "assertion-shape"),
        ["a statement of another kind"] = (xml => xml.Replace(Statement, "<saml:Statement/>" + Statement, StringComparison.Ordinal), "assertion-children"),
        ["advice of another namespace"] = (xml => xml.Replace(Statement, "<x:Advice xmlns:x=\"urn:x\"/>" + Statement, StringComparison.Ordinal), "assertion-children"),
        ["a signature of another namespace"] = (xml => xml.Replace(Statement, "<x:Signature xmlns:x=\"urn:x\"/>" + Statement, StringComparison.Ordinal), "assertion-children"),
        ["advice"] = (xml => xml.Replace(Statement, "<saml:Advice/>" + Statement, StringComparison.Ordinal), null),
        ["assertion issued as early as the request with the clocks apart"] = (xml => AssertionAt(xml, "2026-11-24T11:58:30.000Z"), null),
        ["assertion issued before the request"] = (xml => AssertionAt(xml, "2026-11-24T11:58:29.000Z"), "assertion-time"),
        ["assertion issued as late as the clocks may be apart"] = (xml => AssertionAt(xml, "2026-11-24T12:00:30.000Z"), null),
        ["assertion issued later"] = (xml => AssertionAt(xml, "2026-11-24T12:00:31.000Z"), "assertion-time"),
        ["assertion issued at no time"] = (xml => AssertionAt(xml, "yesterday"), "assertion-time"),
        ["response issued as early as the request with the clocks apart"] = (xml => ResponseAt(xml, "2026-11-24T11:58:30.000Z"), null),
        ["response issued before the request"] = (xml => ResponseAt(xml, "2026-11-24T11:58:29.000Z"), "response-time"),
        ["response issued later"] = (xml => ResponseAt(xml, "2026-11-24T12:00:31.000Z"), "response-time"),
        ["response issued at no time"] = (xml => ResponseAt(xml, "yesterday"), "response-time"),
        ["response of another version"] = (xml => Once(xml, "Version=\"2.0\"", "Version=\"1.1\""), "response-shape"),
        ["something else in the response"] = (xml => Once(xml, "<samlp:Status>", "<samlp:Consent/><samlp:Status>"), "response-children"),
        ["a status of another namespace"] = (xml => Once(xml, "<samlp:Status>", "<x:Status xmlns:x=\"urn:x\"/><samlp:Status>"), "response-children"),
        ["two statuses"] = (xml => Once(xml, "<samlp:Status>", "<samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status><samlp:Status>"), "response-shape"),
        ["no status"] = (xml => Without(xml, "<samlp:Status>", "</samlp:Status>"), "response-shape"),
        ["two issuers of the response"] = (xml => Once(xml, "<samlp:Status>", $"<saml:Issuer>{Parties.IdentityProviderId}</saml:Issuer><samlp:Status>"), "response-shape"),
        ["a signed response without issuer"] = (xml => Without(xml, "<saml:Issuer>", "</saml:Issuer>"), "response-issuer-missing"),
        ["issuer as entity"] = (xml => Once(xml, "<saml:Issuer>", "<saml:Issuer Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\">"), null),
        ["issuer of another format"] = (xml => Once(xml, "<saml:Issuer>", "<saml:Issuer Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\">"), "response-issuer"),
        ["for one use"] = (xml => InConditions(xml, "<saml:OneTimeUse/>"), null),
        ["for no other provider"] = (xml => InConditions(xml, "<saml:ProxyRestriction/>"), null),
        ["a condition that is not known"] = (xml => InConditions(xml, "<saml:Condition/>"), "conditions-unknown"),
        ["one use of another namespace"] = (xml => InConditions(xml, "<x:OneTimeUse xmlns:x=\"urn:x\"/>"), "conditions-unknown"),
        ["conditions from no time on"] = (xml => xml.Replace("<saml:Conditions NotBefore=\"", "<saml:Conditions NotBefore=\"soon", StringComparison.Ordinal), "conditions-time"),
        ["a second audience that is another's"] = (xml => InConditions(xml, "<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience></saml:AudienceRestriction>"), "audience"),
        ["an audience beside another"] = (xml => Once(xml, "<saml:Audience>", "<saml:Audience>https://other.example</saml:Audience><saml:Audience>"), null),
        ["session that ends later"] = (xml => SessionUntil(xml, "2026-11-24T13:00:00Z"), null),
        ["session that has ended"] = (xml => SessionUntil(xml, "2026-11-24T11:59:30Z"), "authentication-session-ended"),
        ["session that ends at no time"] = (xml => SessionUntil(xml, "never"), "authentication-session-ended"),
        ["confirmation valid since"] = (xml => ConfirmedFrom(xml, "2026-11-24T12:00:30Z"), null),
        ["confirmation not valid yet"] = (xml => ConfirmedFrom(xml, "2026-11-24T12:00:31Z"), "confirmation-not-yet"),
        ["confirmation valid from no time on"] = (xml => ConfirmedFrom(xml, "soon"), "confirmation-not-yet"),
        ["no confirmation"] = (xml => Without(xml, "<saml:SubjectConfirmation ", "</saml:SubjectConfirmation>"), "confirmation-missing"),
        ["confirmation that ends a moment later than the clocks may be apart"] = (xml => ConfirmedUntil(xml, "NotOnOrAfter=\"2026-11-24T11:59:30.001Z\""), null),
        ["confirmation that ends as early as the clocks may be apart"] = (xml => ConfirmedUntil(xml, "NotOnOrAfter=\"2026-11-24T11:59:30.000Z\""), "confirmation-expired"),
        ["confirmation that ends at no time"] = (xml => ConfirmedUntil(xml, "NotOnOrAfter=\"later\""), "confirmation-expired"),
        ["confirmation without end"] = (xml => ConfirmedUntil(xml, ""), "confirmation-expired"),
        ["confirmation for nowhere"] = (xml => Once(xml, $"Recipient=\"{Parties.AnswerAddress}\"", ""), "confirmation-recipient"),
        ["confirmation for no request"] = (xml => Once(xml, $"<saml:SubjectConfirmationData InResponseTo=\"{Parties.RequestId}\"", "<saml:SubjectConfirmationData"), "confirmation-request"),
        ["two confirmations"] = (xml => Once(xml, SubjectEnd, $"<saml:SubjectConfirmation Method=\"{Bearer}\"/>{SubjectEnd}"), "confirmation-missing"),
        ["confirmation of another kind beside"] = (xml => Once(xml, SubjectEnd, $"<saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:holder-of-key\"/>{SubjectEnd}"), null),
        ["confirmation of another kind alone"] = (xml => Once(xml, Bearer, "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key"), "confirmation-missing"),
        ["confirmation without data"] = (xml => Without(xml, "<saml:SubjectConfirmationData ", "/>"), "confirmation-missing"),
        ["confirmation with data twice"] = (xml => Once(xml, "</saml:SubjectConfirmation>", "<saml:SubjectConfirmationData/></saml:SubjectConfirmation>"), "confirmation-missing"),
        ["authenticated as late as the clocks may be apart"] = (xml => AuthenticatedAt(xml, "AuthnInstant=\"2026-11-24T12:00:30.000Z\""), null),
        ["authenticated at no time"] = (xml => AuthenticatedAt(xml, "AuthnInstant=\"today\""), "authentication-time"),
        ["authenticated without time"] = (xml => AuthenticatedAt(xml, ""), "authentication-time"),
        ["session that ends a moment later than the clocks may be apart"] = (xml => SessionUntil(xml, "2026-11-24T11:59:30.001Z"), null),
        ["no context"] = (xml => Without(xml, "<saml:AuthnContext>", "</saml:AuthnContext>"), "authentication-context"),
        ["two contexts"] = (xml => Once(xml, "</saml:AuthnContext>", "</saml:AuthnContext><saml:AuthnContext/>"), "authentication-context"),
        ["a context without class"] = (xml => Without(xml, "<saml:AuthnContextClassRef>", "</saml:AuthnContextClassRef>"), "authentication-context"),
        ["a context of two classes"] = (xml => Once(xml, "</saml:AuthnContextClassRef>", "</saml:AuthnContextClassRef><saml:AuthnContextClassRef>STORK-QAA-Level-1</saml:AuthnContextClassRef>"), "authentication-context"),
        ["a class with an element in it"] = (xml => Once(xml, "</saml:AuthnContextClassRef>", "<x/></saml:AuthnContextClassRef>"), "authentication-context"),
        ["a status without code"] = (xml => Without(xml, "<samlp:StatusCode ", "/>"), "status-shape"),
        ["a response for nowhere"] = (xml => Once(xml, $"Destination=\"{Parties.AnswerAddress}\"", ""), "response-destination"),
        ["a response to nothing"] = (xml => Once(xml, $"InResponseTo=\"{Parties.RequestId}\"", ""), "response-request"),
        ["two hundred attributes"] = (xml => WithAttributes(xml, 200), null),
        ["more attributes than that"] = (xml => WithAttributes(xml, 201), "attributes"),
        ["an attribute of another namespace"] = (xml => xml.Replace(Statement, Statement + "<x:Attribute xmlns:x=\"urn:x\" Name=\"a\"/>", StringComparison.Ordinal), "attributes"),
        ["an encrypted attribute with a name"] = (xml => xml.Replace(Statement, Statement + "<saml:EncryptedAttribute Name=\"a\"/>", StringComparison.Ordinal), "attributes"),
        ["an attribute without a name"] = (xml => xml.Replace(Statement, Statement + "<saml:Attribute Name=\" \"/>", StringComparison.Ordinal), "attributes"),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_check_holds_at_its_edge(string name)
    {
        var original = new ForgedResponse().ToXml().OuterXml;
        var changed = Cases[name].Change(original);
        if (name != "as it is")
            changed.Should().NotBe(original, "the case changes something");
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(changed);
        new ForgedSignature().Apply(Answers.AssertionOf(document));
        new ForgedSignature().Apply(document.DocumentElement!);

        var answer = Answers.Read(document);

        if (Cases[name].Reason is { } reason)
            answer.Should().BeOfType<SamlAnswer.Refused>().Which.Reason.Should().StartWith(reason);
        else
            answer.Should().BeOfType<SamlAnswer.Accepted>();
    }

    private static string Once(string xml, string from, string to)
    {
        var at = xml.IndexOf(from, StringComparison.Ordinal);
        return xml[..at] + to + xml[(at + from.Length)..];
    }

    private static string Without(string xml, string from, string to)
    {
        var start = xml.IndexOf(from, StringComparison.Ordinal);
        return xml[..start] + xml[(xml.IndexOf(to, start, StringComparison.Ordinal) + to.Length)..];
    }

    private static string AssertionAt(string xml, string time) => Once(xml, AssertionStart + Issued, AssertionStart + $"IssueInstant=\"{time}\"");

    private static string ResponseAt(string xml, string time) => Once(xml, Issued, $"IssueInstant=\"{time}\"");

    private static string InConditions(string xml, string condition) => Once(xml, "</saml:Conditions>", condition + "</saml:Conditions>");

    private static string SessionUntil(string xml, string time) => Once(xml, "<saml:AuthnStatement ", $"<saml:AuthnStatement SessionNotOnOrAfter=\"{time}\" ");

    private static string ConfirmedFrom(string xml, string time) => Once(xml, "<saml:SubjectConfirmationData ", $"<saml:SubjectConfirmationData NotBefore=\"{time}\" ");

    private static string ConfirmedUntil(string xml, string end) => Once(xml, "NotOnOrAfter=\"2026-11-24T12:05:00.000Z\" Recipient", end + " Recipient");

    private static string AuthenticatedAt(string xml, string instant) => Once(xml, "AuthnInstant=\"2026-11-24T11:59:40.000Z\"", instant);

    private static string WithAttributes(string xml, int count)
    {
        var without = Without(xml, Statement, "</saml:AttributeStatement>");
        var attributes = string.Concat(Enumerable.Range(0, count).Select(i => $"<saml:Attribute Name=\"a{i}\"/>"));
        return Once(without, "</saml:Assertion>", $"{Statement}{attributes}</saml:AttributeStatement></saml:Assertion>");
    }
}
