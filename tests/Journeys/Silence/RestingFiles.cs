using System.Text;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>Everything that lies in a folder, read as the texts that a database or a program could have written: UTF-8, and UTF-16 at both offsets.</summary>
internal static class RestingFiles
{
    private const int Attempts = 50;

    public static IReadOnlyList<string> TextsIn(string folder, params IReadOnlyList<string> except)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return ReadAll(folder, except);
            }
            catch (FileNotFoundException) when (attempt < Attempts)
            {
                // A write-ahead log goes with the last connection; what it held is in the database then, so all is read anew.
            }
        }
    }

    private static IReadOnlyList<string> ReadAll(string folder, IReadOnlyList<string> except) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(path => !except.Contains(Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0], StringComparer.Ordinal)).SelectMany(Texts)];

    private static IEnumerable<string> Texts(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var read = new MemoryStream();
        file.CopyTo(read);
        var bytes = read.ToArray();
        yield return Encoding.UTF8.GetString(bytes);
        yield return Encoding.Unicode.GetString(bytes);
        yield return Encoding.Unicode.GetString(bytes.AsSpan(Math.Min(1, bytes.Length)));
    }
}
