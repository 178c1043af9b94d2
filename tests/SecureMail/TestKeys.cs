using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BaseComponents.Tests.SecureMail;

/// <summary>RSA keys, which take long to make: one for each part that somebody plays, made once in a run. Whose keys must differ plays another part.</summary>
internal static class TestKeys
{
    private static readonly ConcurrentDictionary<string, Lazy<RSAParameters>> _made = new();

    public static RSA Rsa(string part) => RSA.Create(_made.GetOrAdd(part, static _ => new Lazy<RSAParameters>(Make)).Value);

    private static RSAParameters Make()
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(includePrivateParameters: true);
    }
}
