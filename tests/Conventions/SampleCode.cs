namespace BaseComponents.Tests.Conventions;

/// <summary>The regions of the compiled samples.</summary>
internal static class SampleCode
{
    public static IReadOnlySet<string> Regions { get; } = Repository.Files("samples", "*.cs").SelectMany(file => In(Repository.Read(file))).ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<string> In(string source)
    {
        var lines = source.Split('\n');
        var open = new Stack<int>();
        for (var line = 0; line < lines.Length; line++)
        {
            var text = lines[line].Trim();
            if (text.StartsWith("#region", StringComparison.Ordinal))
                open.Push(line);
            else if (text.StartsWith("#endregion", StringComparison.Ordinal) && open.TryPop(out var start))
                yield return Text.Dedent(lines[(start + 1)..line]);
        }
    }
}
