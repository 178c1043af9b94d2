using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>
/// The lists that the application brought along. Files are read again when they change, since somebody renews them every few days; while one cannot be read, what was last read of
/// it counts, which ends by itself.
/// </summary>
internal sealed class RevocationBundle(IEnumerable<byte[]> lists, IEnumerable<string> paths)
{
    private readonly IReadOnlyList<byte[]> _fixed = [.. lists.SelectMany(RevocationListFile.Split)];
    private readonly IReadOnlyList<RevocationListFile> _files = [.. paths.Select(path => new RevocationListFile(path))];
    private readonly ConcurrentDictionary<(byte[] List, string Issuer), RevocationList?> _read = new();

    /// <summary>The lists of one issuer that count now.</summary>
    public IEnumerable<RevocationList> Of(X509Certificate2 issuer, DateTimeOffset now)
    {
        var all = _fixed.Concat(_files.SelectMany(file => file.Lists)).ToList();
        var name = issuer.GetCertHashString(HashAlgorithmName.SHA256);
        Forget(all);
        return all.Select(list => _read.GetOrAdd((list, name), _ => RevocationList.Read(list, issuer, now))).OfType<RevocationList>().Where(list => now < list.NextUpdate);
    }

    // Keys are compared by reference: a file that was read again brings new ones.
    private void Forget(List<byte[]> current)
    {
        foreach (var key in _read.Keys.Where(key => !current.Contains(key.List)))
            _read.TryRemove(key, out _);
    }
}
