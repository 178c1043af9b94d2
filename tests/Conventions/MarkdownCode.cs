namespace BaseComponents.Tests.Conventions;

/// <summary>A fenced block of C# in a page.</summary>
internal sealed record MarkdownCode(string File, int Line, string Code)
{
    private static readonly string[] Languages = ["csharp", "cs", "c#"];

    public static IEnumerable<MarkdownCode> In(string file, string text)
    {
        var lines = text.Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (!IsFence(lines[start]))
                continue;
            var end = Array.FindIndex(lines, start + 1, line => IsFence(line));
            if (end < 0)
                end = lines.Length;
            if (Languages.Contains(lines[start].Trim().TrimStart('`').Trim(), StringComparer.OrdinalIgnoreCase))
                yield return new MarkdownCode(file, start + 1, Text.Dedent(lines[(start + 1)..end]));
            start = end;
        }
    }

    private static bool IsFence(string line) => line.TrimStart().StartsWith("```", StringComparison.Ordinal);
}
