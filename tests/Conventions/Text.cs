namespace BaseComponents.Tests.Conventions;

internal static class Text
{
    /// <summary>The lines without common indentation, trailing space, and empty lines around them.</summary>
    public static string Dedent(IEnumerable<string> lines)
    {
        var trimmed = lines.Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0).Reverse().SkipWhile(line => line.Length == 0).Reverse().ToList();
        var margin = trimmed.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', trimmed.Select(line => line.Length == 0 ? line : line[margin..]));
    }
}
