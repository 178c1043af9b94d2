using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Scale.Web.Journeys;

/// <summary>Which case number belongs to which address and to which citizen, as the pages show it: one to one to one, or pages were mixed up.</summary>
internal sealed partial class CaseBook
{
    private readonly ConcurrentDictionary<string, (string Case, string Canary)> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _cases = new(StringComparer.Ordinal);

    /// <summary>Whether any citizen has seen a page of somebody else.</summary>
    public bool IsMixedUp { get; set; }

    /// <summary>Whether a page of that case may show that number to that citizen.</summary>
    public bool Agrees(string caseId, string number, Canary citizen) =>
        _numbers.GetOrAdd(number, (caseId, citizen.Text)) == (caseId, citizen.Text) && _cases.GetOrAdd(caseId, number) == number;

    /// <summary>The case of an address, or null.</summary>
    public static string? CaseOf(Uri address) => CaseAddress().Match(address.AbsolutePath) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>All case numbers on a page.</summary>
    public static IEnumerable<string> NumbersIn(string page) => Number().Matches(page).Select(match => match.Value).Distinct();

    [GeneratedRegex("^/antrag/([^/]+)/", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex CaseAddress();

    [GeneratedRegex("HUND-[0-9]{4}-[0-9A-Z]{8}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Number();
}
