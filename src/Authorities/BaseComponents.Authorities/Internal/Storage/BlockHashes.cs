using System.Security.Cryptography;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>SHA-256 of each MiB of the body, so that all cores share the work.</summary>
internal static class BlockHashes
{
    public static byte[][] Of(SnapshotBytes bytes, Section body)
    {
        var hashes = new byte[(int)((body.Length + SnapshotHeader.BlockLength - 1) / SnapshotHeader.BlockLength)][];
        Parallel.For(0, hashes.Length, block => hashes[block] = SHA256.HashData(bytes.Read<byte>(Block(body, block))));
        return hashes;
    }

    /// <exception cref="AuthoritiesException">A block is not as it was signed.</exception>
    public static void Check(SnapshotBytes bytes, SnapshotHeader header, string file)
    {
        var body = header.Body;
        var result = Parallel.For(0, header.BlockHashes.Length, (block, state) =>
        {
            Span<byte> hash = stackalloc byte[SnapshotHeader.HashLength];
            SHA256.HashData(bytes.Read<byte>(Block(body, block)), hash);
            // Both are public: there is nothing to learn from the time it takes.
            if (!hash.SequenceEqual(header.BlockHashes[block]))
                state.Stop();
        });
        if (!result.IsCompleted)
            throw SnapshotFailures.Damaged(file, "its content");
    }

    private static Section Block(Section body, int block)
    {
        var start = (long)block * SnapshotHeader.BlockLength;
        return new Section(body.Offset + start, Math.Min(SnapshotHeader.BlockLength, body.Length - start));
    }
}
