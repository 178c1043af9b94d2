using System.Globalization;
using System.Text.RegularExpressions;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>
/// A folder of pages with its cursor, held by one download at a time. Each file is written beside its place, flushed, and renamed; the cursor
/// comes last. So a process may end at any moment: a page is in its place before it counts, and one that does not count is fetched again.
/// </summary>
internal sealed partial class BulkFolder : IDisposable
{
    public const long LastGeneration = 99_999_999;
    public const int LastPage = 99_999_999;
    private const string CursorName = "bulk.cursor";
    private const string LockName = "bulk.lock";
    private const string DraftName = "bulk.tmp";
    private readonly string _path;
    private readonly FileStream _lock;

    private BulkFolder(string path, FileStream held) => (_path, _lock) = (path, held);

    private string DraftPath => Path.Combine(_path, DraftName);

    /// <exception cref="AuthoritiesException">It cannot be made or written, or another download holds it.</exception>
    public static BulkFolder Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw BulkFailures.Folder(path, "it cannot be made. Check the path and the rights of this process.", exception);
        }

        try
        {
            return new BulkFolder(path, new FileStream(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw BulkFailures.Busy(path, exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw BulkFailures.Folder(path, "this process may not write there.", exception);
        }
    }

    /// <summary>The files that count, in their order; null where the location is no folder.</summary>
    /// <exception cref="AuthoritiesException">The folder holds no complete download.</exception>
    public static IEnumerable<string>? PagesOf(string location)
    {
        if (!Directory.Exists(location))
            return null;
        var complete = ReadCursor(location)?.Complete ?? throw BulkFailures.Incomplete(location);
        return Enumerable.Range(1, complete.Pages).Select(page => PathOf(location, complete.Generation, page));
    }

    /// <summary>The cursor; an empty one in an empty folder.</summary>
    /// <exception cref="AuthoritiesException">It cannot be read, pages that it counts are missing, or the folder holds something else.</exception>
    public BulkCursor ReadCursor()
    {
        if (ReadCursor(_path) is not { } cursor)
            return Entries().All(name => name is LockName or DraftName) ? BulkCursor.Empty : throw BulkFailures.Folder(_path, "it holds other files. Name an empty folder, or one of an earlier download.");
        return cursor;
    }

    /// <summary>Whether all pages that count are there: after a power failure one may be missing.</summary>
    public bool IsWhole(long generation, int pages) => Enumerable.Range(1, pages).All(page => File.Exists(PathOf(_path, generation, page)));

    public void Write(BulkCursor cursor) => Guard(() =>
    {
        using (var draft = CreateDraft())
        {
            draft.Write(BulkCursorText.Write(cursor));
            draft.Flush(flushToDisk: true);
        }

        File.Move(DraftPath, Path.Combine(_path, CursorName), overwrite: true);
    });

    /// <summary>A new file that is no page yet.</summary>
    public FileStream BeginPage() => Guard(CreateDraft);

    /// <summary>Reads the file that is no page yet.</summary>
    public FileStream OpenDraft() => Guard(() => new FileStream(DraftPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, useAsync: true));

    /// <summary>Puts the file in the place of a page. It counts when the cursor says so.</summary>
    public void KeepPage(long generation, int page) => Guard(() => File.Move(DraftPath, PathOf(_path, generation, page), overwrite: true));

    public void DropDraft() => Guard(() => File.Delete(DraftPath));

    /// <summary>Removes the pages that do not count, and nothing else.</summary>
    public void Tidy(BulkCursor cursor) => Guard(() =>
    {
        foreach (var name in Entries())
        {
            if (PageName().Match(name) is { Success: true } match && !Counts(cursor, Number(match.Groups[1]), Number(match.Groups[2])))
                Remove(Path.Combine(_path, name));
        }
    });

    public void Dispose() => _lock.Dispose();

    private static void Remove(string page)
    {
        try
        {
            File.Delete(page);
        }
        catch (IOException)
        {
            // Windows keeps what somebody is reading. It does not count, and goes with a later run.
        }
    }

    private static bool Counts(BulkCursor cursor, long generation, long page) =>
        (generation == cursor.Complete?.Generation && page <= cursor.Complete.Pages) || (generation == cursor.Running?.Generation && page <= cursor.Running.Pages);

    private static BulkCursor? ReadCursor(string folder)
    {
        var path = Path.Combine(folder, CursorName);
        if (!File.Exists(path))
            return null;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (file.Length > BulkCursorText.Longest)
                throw new InvalidDataException("It is too long.");
            var text = new byte[file.Length];
            file.ReadExactly(text);
            return BulkCursorText.Read(text);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw BulkFailures.Folder(folder, $"its file {CursorName} cannot be read ({exception.Message}) Name another folder, or empty this one to begin afresh.", exception);
        }
    }

    private IEnumerable<string> Entries() => Directory.EnumerateFileSystemEntries(_path).Select(entry => Path.GetFileName(entry));

    // Everybody may read it, since nothing in it is secret; only its owner may write it.
    private FileStream CreateDraft()
    {
        File.Delete(DraftPath);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 64 * 1024, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        return new FileStream(DraftPath, options);
    }

    private void Guard(Action action) => Guard(() =>
    {
        action();
        return true;
    });

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(exception);
        }
    }

    public AuthoritiesException Unwritable(Exception exception) => BulkFailures.Folder(_path, "a file in it cannot be written. Check its rights and the space on the disk.", exception);

    private static string PathOf(string folder, long generation, int page) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"page-{generation:D8}-{page:D8}.xml"));

    private static long Number(Group group) => long.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^page-([0-9]{8})-([0-9]{8})\\.xml$", RegexOptions.CultureInvariant)]
    private static partial Regex PageName();
}
