using System.Globalization;
using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Scale.Web.Audit;

/// <summary>One answer as the proxy wrote it down.</summary>
/// <param name="From">When the request came.</param>
/// <param name="To">When it was answered.</param>
/// <param name="Path">Without the query.</param>
/// <param name="Status">What the citizen got.</param>
/// <param name="Nodes">The nodes that were asked, in order.</param>
/// <param name="IsOfNode">Whether the last of them said so itself, and not the proxy in its place.</param>
internal sealed partial record NginxLine(DateTimeOffset From, DateTimeOffset To, string Path, int Status, IReadOnlyList<string> Nodes, bool IsOfNode)
{
    public static IEnumerable<NginxLine> Read(string file)
    {
        using var log = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (log.ReadLine() is { } line)
        {
            if (Format().Match(line) is { Success: true } match)
                yield return Of(match);
        }
    }

    private static NginxLine Of(Match match)
    {
        var to = DateTimeOffset.FromUnixTimeMilliseconds((long)(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 1000));
        var took = TimeSpan.FromSeconds(double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        return new NginxLine(to - took, to, match.Groups[3].Value, int.Parse(match.Groups[4].Value, CultureInfo.InvariantCulture), match.Groups[5].Value.Split(", "), char.IsAsciiDigit(match.Groups[6].Value.Split(", ")[^1][0]));
    }

    [GeneratedRegex("^([0-9.]+) ([0-9.]+) [A-Z]+ (.*) ([0-9]{3}) \"(.*)\" \"(.*)\"$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Format();
}
