using System.Security.Cryptography;
using BaseComponents.Authorities.Internal.Bulk;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Authorities.Internal;

/// <summary>Reads one source after the other, and writes down what each of them was.</summary>
internal sealed class SourceLog(SnapshotBuilder builder, SourceReader reader, IProgress<SnapshotProgress>? progress, TimeProvider clock)
{
    private readonly List<SnapshotSource> _sources = [];

    public IReadOnlyList<SnapshotSource> Sources => _sources;

    /// <param name="location">An address, a file, or a folder of bulk data, whose pages are one source.</param>
    /// <param name="read">Reads each file.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task ReadAsync(string location, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var source = new SnapshotSource(DataSource.Shown(location), default);
        foreach (var (file, page) in BulkFolder.PagesOf(location)?.Select((file, before) => (file, before + 1)) ?? [(location, 0)])
            source = await ReadAsync(source, file, page, hash, read, cancellationToken).ConfigureAwait(false);
        _sources.Add(source with { ReadAt = clock.GetUtcNow(), Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()) });
    }

    private async Task<SnapshotSource> ReadAsync(SnapshotSource source, string file, int page, IncrementalHash hash, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        builder.Begin(DataSource.Shown(file), page);
        var before = source.Bytes;
        await reader.ReadAsync(
            file,
            async (stream, token) =>
            {
                using var hashing = new HashingStream(stream, hash, bytes => progress?.Report(new SnapshotProgress(source.Location, before + bytes)));
                await read(hashing, token).ConfigureAwait(false);
                // What the reader left, such as an end of line, is part of the file all the same.
                await hashing.CopyToAsync(Stream.Null, token).ConfigureAwait(false);
                source = source with { Bytes = before + hashing.Bytes };
            },
            cancellationToken).ConfigureAwait(false);
        return source with { Objects = source.Objects + builder.Objects, CreatedAt = Newest(source.CreatedAt, builder.CreatedAt) };
    }

    private static DateTimeOffset? Newest(DateTimeOffset? one, DateTimeOffset? other) => Nullable.Compare(one, other) >= 0 ? one : other;
}
