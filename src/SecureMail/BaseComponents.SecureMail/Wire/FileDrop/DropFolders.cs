namespace BaseComponents.SecureMail.Wire.FileDrop;

/// <summary>The folders of a file drop. Everything happens by renaming within them: a file is in exactly one place at every moment, and of several who rename it one succeeds.</summary>
internal sealed class DropFolders(string root)
{
    // Neither links nor what begins with a dot: those are not deliveries.
    private static readonly EnumerationOptions _files = new() { AttributesToSkip = FileAttributes.Directory | FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = false };

    public string Delivered { get; } = Path.Combine(root, "new");

    /// <summary>Where other programs move what they have looked at.</summary>
    public string Seen { get; } = Path.Combine(root, "cur");

    public string Claimed { get; } = Path.Combine(root, "claimed");

    public string Done { get; } = Path.Combine(root, "done");

    public string SetAside { get; } = Path.Combine(root, "set-aside");

    /// <summary>Makes what is missing below the root, which must be there: a wrong path is not to be taken for an empty mailbox.</summary>
    public void Prepare() => DropFault.Guard(() =>
    {
        if (!Directory.Exists(root))
            throw DropFault.Unsuitable("FileDrop:Path is no folder");
        foreach (var folder in new[] { Path.Combine(root, "tmp"), Delivered, Seen, Claimed, Done, SetAside })
            Directory.CreateDirectory(folder);
        return true;
    });

    /// <summary>Up to so many files of a folder that fit, the first by name first.</summary>
    public static IReadOnlyList<string> Files(string folder, int limit, Func<string, bool> fits) => DropFault.Guard(() =>
        (IReadOnlyList<string>)[.. Directory.EnumerateFiles(folder, "*", _files).Where(path => fits(Path.GetFileName(path))).Take(limit).Order(StringComparer.Ordinal)]);

    /// <returns>Whether the file was there; if not, somebody else was faster.</returns>
    public static bool TryRename(string from, string to) => DropFault.Guard(() =>
    {
        try
        {
            // Overwriting makes it one rename. The new name is one that nobody else has, so nothing is overwritten.
            File.Move(from, to, overwrite: true);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    });
}
