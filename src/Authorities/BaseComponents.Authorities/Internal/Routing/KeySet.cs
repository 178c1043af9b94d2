using System.Security.Cryptography;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>An issuer's public keys at one moment, by their name; null for one that is there and must not be used.</summary>
internal sealed record KeySet(IReadOnlyDictionary<string, RSAParameters?> Keys);

/// <summary>Whether there is a key.</summary>
internal enum KeyState
{
    Found,
    Unfit,
    Unknown,
    Unavailable,
}

/// <param name="State">Whether there is one.</param>
/// <param name="Parameters">The key, where it was found.</param>
internal readonly record struct KeyFinding(KeyState State, RSAParameters Parameters = default);
