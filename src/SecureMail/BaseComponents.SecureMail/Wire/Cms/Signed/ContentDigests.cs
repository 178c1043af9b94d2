using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>Hashes of the content in all algorithms that a message announces and a signature may rest on.</summary>
internal sealed class ContentDigests(IEnumerable<string> announced) : SinkStream
{
    private readonly Dictionary<string, IncrementalHash> _hashes =
        announced.Where(CmsHash.IsGood).Distinct().ToDictionary(oid => oid, oid => IncrementalHash.CreateHash(CmsHash.Find(oid)!.Value));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        foreach (var hash in _hashes.Values)
            hash.AppendData(buffer);
    }

    /// <summary>Null where the algorithm was not announced, or is not accepted.</summary>
    public byte[]? Find(string oid) => _hashes.GetValueOrDefault(oid)?.GetCurrentHash();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var hash in _hashes.Values)
                hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
