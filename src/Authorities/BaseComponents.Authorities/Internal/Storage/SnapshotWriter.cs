using System.Security.Cryptography;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Writes a snapshot beside its file, and gives it the file's name when all of it lies on the disk.</summary>
internal static class SnapshotWriter
{
    private const int Piece = 4 * 1024 * 1024;

    public static async Task WriteAsync(SnapshotImage image, string path, ECDsa? signingKey, CancellationToken cancellationToken)
    {
        var signed = image.Header.SignedBytes();
        var signature = signingKey?.SignData(signed, SnapshotSignatures.HashOf(signingKey), DSASignatureFormat.IeeeP1363FixedFieldConcatenation) ?? [];
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            var file = Create(draft);
            await using (file.ConfigureAwait(false))
                await WriteAsync(file, image, [.. signed, .. signature], cancellationToken).ConfigureAwait(false);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw SnapshotFailures.Unwritable(path, exception);
        }
        finally
        {
            if (File.Exists(draft))
                File.Delete(draft);
            image.Bytes.Dispose();
        }
    }

    private static async Task WriteAsync(FileStream file, SnapshotImage image, byte[] header, CancellationToken cancellationToken)
    {
        await file.WriteAsync(header, cancellationToken).ConfigureAwait(false);
        await file.WriteAsync(new byte[image.Header.BodyStart - header.Length], cancellationToken).ConfigureAwait(false);
        var buffer = new byte[Piece];
        for (var rest = image.Header.Body; rest.Length > 0; rest = new Section(rest.Offset + Piece, rest.Length - Piece))
        {
            var length = (int)Math.Min(Piece, rest.Length);
            image.Bytes.Read<byte>(rest with { Length = length }).CopyTo(buffer);
            await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        }

        file.Flush(flushToDisk: true);
    }

    // Everybody may read it, since nothing in it is secret; only its owner may write it.
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        return new FileStream(path, options);
    }
}
