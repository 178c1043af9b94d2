namespace BaseComponents.Eid.Saml.BundId;

/// <summary>What an entity id must be for BundID: its host is what every citizen's pseudonym is made from.</summary>
internal static class EntityIdRules
{
    public static string? Failure(string entityId) =>
        Uri.TryCreate(entityId, UriKind.Absolute, out var address)
        && address is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0, Fragment.Length: 0 }
        && !entityId.Contains($"{address.Host}:", StringComparison.Ordinal)
            ? null
            : "EntityId must be an https address without a port: pseudonyms are made from its host.";
}
