using Microsoft.AspNetCore.WebUtilities;

namespace DogLicence.LogIns;

/// <summary>Addresses of the log-in page of one case: to a log-in, and back from it.</summary>
/// <param name="Page">Path of the page, such as <c>/antrag/x/anmelden</c>.</param>
public readonly record struct LogInAddress(string Page)
{
    private const string LastPart = "/anmelden";

    public string Back(LogInWay way) => $"{Page}?handler=Zurueck&konto={way.Key}";

    public string Start(LogInWay way) => $"{Page}?handler=Start&konto={way.Key}";

    /// <summary>The same log-in once more, at a higher level.</summary>
    public string StepUp(LogInWay way) => $"{Start(way)}&stufe=hoeher";

    /// <summary>Reads what the browser brings back: the page, and the log-in if the address names one. Null for any other page.</summary>
    public static (LogInAddress Address, LogInWay? Way)? Parse(string localAddress)
    {
        var parts = localAddress.Split('?', 2);
        if (!parts[0].StartsWith("/antrag/", StringComparison.Ordinal) || !parts[0].EndsWith(LastPart, StringComparison.Ordinal))
            return null;
        var way = parts.Length == 2 ? LogInWay.Find(QueryHelpers.ParseQuery(parts[1]).GetValueOrDefault("konto")) : null;
        return (new LogInAddress(parts[0]), way);
    }
}
