using BaseComponents.Eid.Saml;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>All that an assertion says, as one text.</summary>
internal static class Meaning
{
    public static string Of(SamlAssertion assertion) => string.Join('\n',
    [
        assertion.Id, assertion.Issuer, $"{assertion.ExpiresAt:O}", $"{assertion.AuthenticatedAt:O}", $"{assertion.SessionEndsAt:O}", assertion.Name?.Value, assertion.Name?.Format,
        .. assertion.ContextClasses,
        .. assertion.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => $"{attribute.Key}={string.Join('|', attribute.Value.Values.Select(Of))} {Of(attribute.Value.Extensions)}"),
    ]);

    private static string Of(SamlValue value) => value.Text + Of(value.Parts);

    private static string Of(IReadOnlyDictionary<string, string> parts) => string.Join(';', parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}:{part.Value}"));
}
