using System.Globalization;

namespace BaseComponents.Shared.Health;

/// <summary>How far the clock of a service is from ours.</summary>
internal static class ClockHealth
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(3);

    public static void Clock(this HealthFindings findings, string setting, DateTimeOffset? theirs, DateTimeOffset ours)
    {
        if (theirs is not { } date)
        {
            findings.Skip("clock", setting, "The service sends no date.");
            return;
        }

        var off = (ours - date).Duration();
        var found = string.Create(CultureInfo.InvariantCulture, $"The clocks differ by {(long)off.TotalSeconds} s.");
        const string Action = "Let this machine follow a time server: log-ins and signatures have a few minutes of validity.";
        if (off > Tolerated)
            findings.Fail("clock-wrong", setting, found, Action);
        else if (off > Noticeable)
            findings.Warn("clock-off", setting, found, Action);
        else
            findings.Ok("clock", setting, found);
    }
}
