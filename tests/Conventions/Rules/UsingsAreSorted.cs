namespace BaseComponents.Tests.Conventions.Rules;

/// <summary>The order that the editor makes. The gate checks the whitespace alone, file by file: to load the whole solution for the rest would take it minutes, and the compiler knows the other rules of style.</summary>
public sealed class UsingsAreSorted
{
    [Fact]
    public void System_comes_first_and_then_the_alphabet() => Verdict.NoFindings(
        from folder in new[] { "src", "samples", "tests", "benchmarks", "eng" }
        from file in Repository.Files(folder, "*.cs")
        let wrong = FirstWrong(Repository.Read(file))
        where wrong is not null
        select $"{file}: {wrong}",
        "Sort the using directives (dotnet format does it).");

    [Theory]
    [InlineData("using System;\nusing System.Text;\nusing A.B;\nusing A.C;\nusing static Z;\n\nnamespace N;", null)]
    [InlineData("using A;\nusing System;\n\nnamespace N;", "System")]
    [InlineData("using A.C;\nusing A.B;\n\nnamespace N;", "A.B")]
    [InlineData("using B.A;\nusing B;\n\nnamespace N;", "B")]
    [InlineData("namespace N;\nclass C { void M() { using A; using B; } }", null)]
    public void The_rule_sees_what_stands_wrong(string text, string? wrong) => FirstWrong(text).Should().Be(wrong);

    private static string? FirstWrong(string text)
    {
        var names = text.Split('\n').TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal)).Select(Imported).OfType<string>().ToArray();
        return names.Zip(names.Skip(1)).FirstOrDefault(pair => IsBefore(pair.Second, pair.First)).Second;
    }

    // Aliases, static and global directives have an order of their own.
    private static string? Imported(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=') && !line.Contains('(') && !line.StartsWith("using static ", StringComparison.Ordinal)
        ? line["using ".Length..^1]
        : null;

    private static bool IsBefore(string name, string other)
    {
        var (isSystem, isOtherSystem) = (IsSystem(name), IsSystem(other));
        return isSystem == isOtherSystem ? Compare(name.Split('.'), other.Split('.')) < 0 : isSystem;
    }

    private static int Compare(string[] name, string[] other)
    {
        var difference = name.Zip(other).Select(pair => string.Compare(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase)).FirstOrDefault(order => order != 0);
        return difference != 0 ? difference : name.Length - other.Length;
    }

    private static bool IsSystem(string name) => name is "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
