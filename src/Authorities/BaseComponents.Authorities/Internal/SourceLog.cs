using System.Security.Cryptography;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Authorities.Internal;

/// <summary>Reads one source after the other, and writes down what each of them was.</summary>
internal sealed class SourceLog(SnapshotBuilder builder, SourceReader reader, IProgress<SnapshotProgress>? progress, TimeProvider clock)
{
    private readonly List<SnapshotSource> _sources = [];

    public IReadOnlyList<SnapshotSource> Sources => _sources;

    public async Task ReadAsync(string location, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        var shown = DataSource.Shown(location);
        builder.Begin(shown);
        await reader.ReadAsync(location, (stream, token) => ReadAsync(shown, stream, read, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadAsync(string shown, Stream stream, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var hashing = new HashingStream(stream, hash, bytes => progress?.Report(new SnapshotProgress(shown, bytes)));
        await read(hashing, cancellationToken).ConfigureAwait(false);
        // What the reader left, such as an end of line, is part of the file all the same.
        await hashing.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        _sources.Add(new SnapshotSource(shown, clock.GetUtcNow()) { Bytes = hashing.Bytes, Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()), Objects = builder.Objects, CreatedAt = builder.CreatedAt });
    }
}
