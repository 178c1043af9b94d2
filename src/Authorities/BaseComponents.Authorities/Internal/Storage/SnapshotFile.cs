using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Opens a file: header, signature, content and structure, in this order, before anything of it is used.</summary>
internal static class SnapshotFile
{
    /// <exception cref="AuthoritiesException">It is missing, foreign, torn, changed, of another format, not signed, or by another key.</exception>
    public static Snapshot Open(string path, SnapshotOptions options, bool allowUnsigned, TimeProvider clock, long longest = long.MaxValue)
    {
        using var file = OpenFile(path);
        if (file.Length > longest)
            throw SnapshotFailures.TooLarge(path, longest);
        RefuseWritable(file, path);
        var bytes = Read(file, path, options.CopyToMemory || OperatingSystem.IsWindows());
        try
        {
            return Check(bytes, path, options, allowUnsigned, clock);
        }
        catch (InvalidDataException exception)
        {
            bytes.Dispose();
            throw SnapshotFailures.Malformed(path, exception);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    private static Snapshot Check(SnapshotBytes bytes, string path, SnapshotOptions options, bool allowUnsigned, TimeProvider clock)
    {
        var header = HeaderReader.Read(bytes, path);
        SnapshotSignatures.Check(bytes, header, options.PublicKeys, allowUnsigned, path);
        BlockHashes.Check(bytes, header, path);
        new StructureCheck(bytes, header.Sections).Run();
        var info = SnapshotRecords.Read<SnapshotInfo>(header.Provenance);
        return new Snapshot(bytes, header.Sections, info with { SignedBy = header.KeyId.Length == 0 ? null : SnapshotSignatures.Shown(header.KeyId) }, clock.GetUtcNow());
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Failures.Unreadable(path, exception);
        }
    }

    // A mapping shows what is written into the file later, too: after the check only those may write who may also replace the file.
    private static void RefuseWritable(FileStream file, string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(file.SafeFileHandle).HasFlag(UnixFileMode.OtherWrite))
            throw SnapshotFailures.Open(path);
    }

    private static SnapshotBytes Read(FileStream file, string path, bool copy)
    {
        if (file.Length == 0)
            throw SnapshotFailures.Torn(path);
        try
        {
            return copy && file.Length <= Array.MaxLength ? SnapshotBytes.Hold((int)file.Length, memory => file.ReadExactly(memory.Span)) : SnapshotBytes.Map(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failures.Unreadable(path, exception);
        }
    }
}
