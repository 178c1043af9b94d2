using System.Collections.Concurrent;
using System.Security.Cryptography;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail;

/// <summary>RSA keys, which take long to make: one for each part that somebody plays, made once in a run. Whose keys must differ plays another part.</summary>
internal static class TestKeys
{
    // So many in a row are different ones; no test compares more.
    private const int DifferentKeys = 12;
    private static readonly ConcurrentDictionary<(string, int), Lazy<RSAParameters>> _made = new();

    public static RSA Rsa(string part, int bits = 2048) => RSA.Create(_made.GetOrAdd((part, bits), static one => new Lazy<RSAParameters>(() => Make(one.Item2))).Value);

    /// <summary>An authority that takes its own key and all it gives from here.</summary>
    public static ThrowAwayMailAuthority Authority(TimeProvider clock, string part = "authority")
    {
        var number = 0;
        return new ThrowAwayMailAuthority(clock, bits => Rsa($"{part} {Interlocked.Increment(ref number) % DifferentKeys}", bits));
    }

    private static RSAParameters Make(int bits)
    {
        using var key = RSA.Create(bits);
        return key.ExportParameters(includePrivateParameters: true);
    }
}
