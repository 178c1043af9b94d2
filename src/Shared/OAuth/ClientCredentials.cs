namespace BaseComponents.Shared.OAuth;

/// <summary>Who asks for a token, and where. Changed ones, a new secret above all, make another token.</summary>
/// <param name="Name">Client id, from the operator.</param>
/// <param name="Secret">Client secret.</param>
/// <param name="TokenAddress">The token endpoint.</param>
/// <param name="Scope">The scope to ask for; null for none.</param>
/// <param name="SecretInBody">Whether name and secret go into the body instead of the header (RFC 6749 section 2.3.1).</param>
internal sealed record ClientCredentials(string Name, string Secret, Uri TokenAddress, string? Scope, bool SecretInBody)
{
    // A record prints all it has: a secret must not get into a log that way.
    public override string ToString() => $"{Name} at {TokenAddress.Host}";
}
