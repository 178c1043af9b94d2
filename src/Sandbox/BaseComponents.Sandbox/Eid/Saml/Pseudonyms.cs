using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>Names of persons that mean nothing, and the same each time: 43 letters, digits, hyphens and underscores.</summary>
internal sealed class Pseudonyms(SandboxState state)
{
    private readonly byte[] _key = Key(state);

    /// <param name="kind">What the pseudonym is for.</param>
    /// <param name="scope">Whoever stands in another scope sees another pseudonym.</param>
    /// <param name="person">Key of the person.</param>
    public string Of(string kind, string scope, string person) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{scope}\n{person}")));

    private static byte[] Key(SandboxState state)
    {
        const string document = "eid/saml-pseudonyms";
        if (state.Read<KeptKey>(document) is { } kept)
            return kept.Key;
        var fresh = new KeptKey(RandomNumberGenerator.GetBytes(32));
        state.Write(document, fresh);
        return fresh.Key;
    }

    private sealed record KeptKey(byte[] Key);
}
