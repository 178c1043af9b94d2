using System.Reflection;
using System.Text.RegularExpressions;
using BaseComponents.Payments;

namespace BaseComponents.Tests.Payments.Support;

/// <summary>The diagrams in <c>docs/payments.md</c>: what they do not draw must not happen, and what they draw must. An arrow from or to a group stands for one of each of its states.</summary>
internal static partial class StateDiagram
{
    public static IReadOnlySet<(PaymentState From, PaymentState To)> Arrows { get; } = Read();

    private static HashSet<(PaymentState, PaymentState)> Read()
    {
        var root = typeof(StateDiagram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
        var page = File.ReadAllText(Path.Combine(root, "docs", "payments.md"));
        var groups = Group().Matches(page).ToDictionary(group => group.Groups["name"].Value, group => StatesIn(group.Groups["members"].Value));
        return [.. from arrow in Arrow().Matches(page)
                   from start in StatesOf(arrow.Groups["from"].Value, groups)
                   from end in StatesOf(arrow.Groups["to"].Value, groups)
                   select (start, end)];
    }

    private static IReadOnlyList<PaymentState> StatesOf(string name, Dictionary<string, IReadOnlyList<PaymentState>> groups) =>
        groups.TryGetValue(name, out var members) ? members : [Enum.Parse<PaymentState>(name)];

    private static IReadOnlyList<PaymentState> StatesIn(string members) => [.. Member().Matches(members).Select(member => Enum.Parse<PaymentState>(member.Value)).Distinct()];

    [GeneratedRegex(@"^\s+(?<from>\w+) --> (?<to>\w+):", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex("""^\s+state "[^"]+" as (?<name>\w+) \{(?<members>[^}]+)\}""", RegexOptions.Multiline)]
    private static partial Regex Group();

    // A state stands alone in its line, or at either end of an arrow; what follows the colon is its label.
    [GeneratedRegex(@"(?<=^\s+|--> )\w+(?=\s*$|:| -->)", RegexOptions.Multiline)]
    private static partial Regex Member();
}
