namespace BaseComponents.Authorities.Internal;

/// <summary>Several watched values as one text, a line each, so that no two lists look alike. A single plain value is its own text.</summary>
internal static class WatchedList
{
    /// <returns>None for an empty list.</returns>
    public static string? Write(IEnumerable<string> values)
    {
        var lines = values.Select(value => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    public static IReadOnlyList<string> Read(string? text) => text is null ? [] : [.. text.Split('\n').Select(Plain)];

    private static string Plain(string line)
    {
        var plain = new System.Text.StringBuilder(line.Length);
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] == '\\' && index + 1 < line.Length)
                plain.Append(line[++index] == 'n' ? '\n' : line[index]);
            else
                plain.Append(line[index]);
        }

        return plain.ToString();
    }
}
