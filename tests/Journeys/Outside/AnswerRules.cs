using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Journeys.Outside;

/// <summary>What every answer must be, whoever asked for what.</summary>
internal static partial class AnswerRules
{
    public static IEnumerable<string> Faults(ProbeAnswer answer) => All(answer).Select(fault => $"{answer}: {fault}");

    private static IEnumerable<string> All(ProbeAnswer answer)
    {
        if ((int)answer.Status >= 500 && !IsHealth(answer))
            yield return "it fails";
        if (answer.Header("X-Content-Type-Options") != "nosniff")
            yield return "its type may be guessed";
        if (answer.Header("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) is not true && !IsScript(answer))
            yield return $"it may be kept: {answer.Header("Cache-Control")}";
        if (answer.Header("Referrer-Policy") != "no-referrer")
            yield return "its address is told to others";
        if (answer.IsPage && !IsStrict(answer.Header("Content-Security-Policy") ?? ""))
            yield return $"it may run or load what it likes: {answer.Header("Content-Security-Policy")}";
        if (answer.Headers.Keys.FirstOrDefault(static name => name is "Server" or "ETag" or "Last-Modified" || name.StartsWith("X-AspNet", StringComparison.OrdinalIgnoreCase) || name is "X-Powered-By") is { } telling)
            yield return $"it has a header {telling}";
        if (answer.Headers.Keys.FirstOrDefault(static name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)) is { } shared)
            yield return $"others may read it: {shared}";
        if (Inside().Match(answer.Body) is { Success: true } inside)
            yield return $"it shows the inside: {inside.Value}";
        foreach (var cookie in answer.Cookies.Where(static cookie => !Kept().IsMatch(cookie)))
            yield return $"a cookie is open to scripts or foreign forms: {cookie.Split('=')[0]}";
    }

    // "Not now" is an answer of theirs.
    private static bool IsHealth(ProbeAnswer answer) => answer.Address.AbsolutePath.StartsWith("/health", StringComparison.Ordinal);

    // The same for everybody.
    private static bool IsScript(ProbeAnswer answer) => answer.Address.AbsolutePath.EndsWith(".js", StringComparison.Ordinal) && (answer.Header("Content-Type")?.StartsWith("text/javascript", StringComparison.Ordinal) ?? false);

    // Pages with a form that goes to a log-in service name that service; the rest is the same for all.
    private static bool IsStrict(string policy) =>
        policy.Contains("default-src 'none'", StringComparison.Ordinal) && policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) && policy.Contains("base-uri 'none'", StringComparison.Ordinal)
        && policy.Contains("form-action ", StringComparison.Ordinal) && !policy.Contains("unsafe", StringComparison.Ordinal) && !policy.Contains('*');

    [GeneratedRegex(@"\bat [A-Z]\w+(\.\w+)+\(|\bSystem\.\w+Exception|Microsoft\.AspNetCore\.|StackTrace|\.cs:line \d|SQLite Error|Npgsql\.")]
    private static partial Regex Inside();

    [GeneratedRegex("; httponly", RegexOptions.IgnoreCase)]
    private static partial Regex Kept();
}
