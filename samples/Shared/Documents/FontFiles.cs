namespace MunicipalService.Documents;

/// <summary>Looks for a pair of TrueType files, regular and bold. Searched by file name: the native library used here knows no font service.</summary>
internal static class FontFiles
{
    private static readonly (string Regular, string Bold)[] Pairs =
    [
        ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
        ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
        ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
        ("segoeui.ttf", "segoeuib.ttf"),
        ("arial.ttf", "arialbd.ttf"),
    ];

    /// <summary>Folders in which operating systems keep their fonts.</summary>
    public static IEnumerable<string> SystemFolders =>
    [
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts",
    ];

    /// <summary>Every pair that lies in one of the folders or below it, the first folder first.</summary>
    public static IEnumerable<(string Regular, string Bold)> Find(IEnumerable<string> folders) =>
        from folder in folders
        where Directory.Exists(folder)
        let files = Directory.GetFiles(folder, "*.ttf", Search)
        from pair in Pairs
        let regular = Named(files, pair.Regular)
        let bold = Named(files, pair.Bold)
        where regular is not null && bold is not null
        select (regular, bold);

    private static string? Named(string[] files, string name) =>
        Array.Find(files, file => string.Equals(Path.GetFileName(file), name, StringComparison.OrdinalIgnoreCase));

    private static EnumerationOptions Search => new() { RecurseSubdirectories = true, IgnoreInaccessible = true };
}
