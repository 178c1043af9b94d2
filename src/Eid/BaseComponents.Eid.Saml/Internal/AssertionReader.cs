using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml.Internal;

/// <summary>Reads what an assertion says, after every check has passed, from the element that was verified.</summary>
internal static class AssertionReader
{
    private const int LongestValue = 4000;
    private const int MostValues = 50;

    public static SamlAssertion Read(ResponseUnderCheck answer)
    {
        var assertion = answer.Assertion;
        var statements = assertion.Elements("AuthnStatement", SamlNames.Assertion).ToArray();
        return new SamlAssertion
        {
            Id = assertion.Attribute("ID")!,
            Issuer = answer.Expectation.IdentityProvider.EntityId,
            ExpiresAt = Expiry(assertion, answer.Expectation.ClockSkew),
            AuthenticatedAt = statements.Min(statement => SamlTime.Read(statement.Attribute("AuthnInstant"))!.Value),
            SessionEndsAt = statements.Min(statement => SamlTime.Read(statement.Attribute("SessionNotOnOrAfter"))),
            ContextClasses = [.. statements.Select(ContextClass)],
            Name = Name(assertion),
            Attributes = Attributes(assertion),
            UsedLegacyEncryption = answer.UsedLegacyEncryption,
        };
    }

    // Until the later of the two ends an answer could still be replayed. The last of all days stands for "never".
    private static DateTimeOffset Expiry(XmlElement assertion, TimeSpan clockSkew)
    {
        var conditions = assertion.Elements("Conditions", SamlNames.Assertion).Single();
        var confirmation = assertion.Elements("Subject", SamlNames.Assertion).Single().Elements("SubjectConfirmation", SamlNames.Assertion)
            .SelectMany(element => element.Elements("SubjectConfirmationData", SamlNames.Assertion));
        var end = confirmation.Append(conditions).Max(element => SamlTime.Read(element.Attribute("NotOnOrAfter")))!.Value;
        return end < DateTimeOffset.MaxValue - clockSkew ? end + clockSkew : DateTimeOffset.MaxValue;
    }

    private static string ContextClass(XmlElement statement) =>
        statement.Elements("AuthnContext", SamlNames.Assertion).Single().Elements("AuthnContextClassRef", SamlNames.Assertion).Single().InnerText.Trim();

    private static SamlName? Name(XmlElement assertion) =>
        assertion.Elements("Subject", SamlNames.Assertion).Single().Elements("NameID", SamlNames.Assertion).ToArray() is [var name] && name.OwnText() is { Length: > 0 } value
            ? new SamlName(Bounded(value), name.Attribute("Format"))
            : null;

    private static Dictionary<string, SamlAttribute> Attributes(XmlElement assertion) => assertion.Elements("AttributeStatement", SamlNames.Assertion)
        .SelectMany(statement => statement.Elements("Attribute", SamlNames.Assertion))
        .Select(Attribute)
        .ToDictionary(attribute => attribute.Name, StringComparer.Ordinal);

    private static SamlAttribute Attribute(XmlElement element) => new()
    {
        Name = element.Attribute("Name")!.Trim(),
        Values = [.. element.Elements("AttributeValue", SamlNames.Assertion).Take(MostValues).Select(Value)],
        Extensions = element.Attributes.Cast<XmlAttribute>()
            .Where(attribute => attribute.NamespaceURI.Length > 0 && attribute.Prefix != "xmlns" && attribute.Name != "xmlns" && attribute.NamespaceURI != SamlNames.XmlSchemaInstance)
            .ToDictionary(attribute => $"{{{attribute.NamespaceURI}}}{attribute.LocalName}", attribute => Bounded(attribute.Value), StringComparer.Ordinal),
    };

    private static SamlValue Value(XmlElement value)
    {
        if (value.OwnText() is { } text)
            return new SamlValue { Text = Bounded(text) };
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in value.Elements())
            if (part.OwnText() is not { } partText || !parts.TryAdd(part.LocalName, Bounded(partText.Trim())))
                throw new SamlRefusedException("attribute-shape");
        return new SamlValue { Parts = parts };
    }

    private static string Bounded(string text) => text.Length <= LongestValue ? text : throw new SamlRefusedException("attribute-too-long");
}
