using System.Globalization;

namespace BaseComponents.Tests.FirstDay;

/// <summary>What the stranger typed, how long it took, and the end of what came out: <c>artifacts/first-day/transcript.md</c>, written anew by each run.</summary>
internal static class Transcript
{
    private const int LinesShown = 6;
    private static readonly Lock Writing = new();
    private static readonly string File = Begin();

    /// <param name="home">What belongs to the test alone, and is shown as <c>~</c>.</param>
    /// <param name="folder">Where it was typed.</param>
    /// <param name="command">What was typed.</param>
    /// <param name="took">Until it ended, or until what was waited for was there.</param>
    /// <param name="output">All that it printed.</param>
    public static void Add(string home, string folder, IEnumerable<string> command, TimeSpan took, string output)
    {
        var end = output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).TakeLast(LinesShown);
        var text = $"""

            {DateTime.UtcNow.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} UTC, {took.TotalMinutes.ToString("0.00", CultureInfo.InvariantCulture)} minutes

            ```console
            {folder} $ {string.Join(' ', command)}
            {string.Join(Environment.NewLine, end)}
            ```

            """.Replace(home, "~", StringComparison.Ordinal).Replace(Repository.Root, "(checkout)", StringComparison.Ordinal);
        lock (Writing)
            System.IO.File.AppendAllText(File, text);
    }

    private static string Begin()
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts/first-day")).FullName;
        var file = Path.Combine(folder, "transcript.md");
        System.IO.File.WriteAllText(file, $"# What was typed on the first day{Environment.NewLine}{Environment.NewLine}Commands run beside each other, as the tests do, on {Environment.ProcessorCount} processors; the package cache was empty.{Environment.NewLine}");
        return file;
    }
}
