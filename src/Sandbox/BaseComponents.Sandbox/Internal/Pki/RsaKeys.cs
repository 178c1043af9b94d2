using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BaseComponents.Sandbox.Internal.Pki;

/// <summary>
/// The RSA keys of one Sandbox. To make one takes a quarter of a second of a processor, and with 3072 bits three times as long: a Sandbox that ends leaves
/// its keys to the next one in this process, since tests start many, one after the other. Those that run side by side never draw the same key.
/// </summary>
internal sealed class RsaKeys : IDisposable
{
    private static readonly ConcurrentDictionary<int, ConcurrentBag<byte[]>> _spare = new();
    private readonly ConcurrentBag<(int Size, byte[] Pkcs8)> _drawn = [];

    /// <summary>A key that no other Sandbox has now.</summary>
    /// <param name="size">In bits.</param>
    public RSA Draw(int size)
    {
        var key = SparesOf(size).TryTake(out var pkcs8) ? Read(pkcs8) : RSA.Create(size);
        _drawn.Add((size, pkcs8 ?? key.ExportPkcs8PrivateKey()));
        return key;
    }

    public void Dispose()
    {
        while (_drawn.TryTake(out var key))
            SparesOf(key.Size).Add(key.Pkcs8);
    }

    private static ConcurrentBag<byte[]> SparesOf(int size) => _spare.GetOrAdd(size, static _ => []);

    private static RSA Read(byte[] pkcs8)
    {
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return key;
    }
}
