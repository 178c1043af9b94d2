using System.Reflection;
using System.Text.RegularExpressions;
using BaseComponents.Payments;

namespace BaseComponents.Tests.Payments.Support;

/// <summary>The diagram in <c>docs/payments.md</c>: what it does not draw must not happen, and what it draws must.</summary>
internal static partial class StateDiagram
{
    public static IReadOnlySet<(PaymentState From, PaymentState To)> Arrows { get; } = Read();

    private static HashSet<(PaymentState, PaymentState)> Read()
    {
        var root = typeof(StateDiagram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
        var page = File.ReadAllText(Path.Combine(root, "docs", "payments.md"));
        return [.. Arrow().Matches(page).Select(match => (Enum.Parse<PaymentState>(match.Groups["from"].Value), Enum.Parse<PaymentState>(match.Groups["to"].Value)))];
    }

    [GeneratedRegex(@"^\s+(?<from>\w+) --> (?<to>\w+):", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
