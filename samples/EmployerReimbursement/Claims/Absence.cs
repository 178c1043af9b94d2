using System.Text.Json.Serialization;
using BaseComponents.Payments;

namespace EmployerReimbursement.Claims;

/// <summary>Why somebody was away (Art des Dienstes).</summary>
public enum Duty
{
    /// <summary>Einsatz.</summary>
    Deployment,

    /// <summary>Übung.</summary>
    Exercise,

    /// <summary>Aus- oder Fortbildung.</summary>
    Training,
}

/// <summary>One absence for the fire brigade (Fehlzeit), and what it costs the employer.</summary>
/// <param name="Date">The day it began.</param>
/// <param name="From">Local time.</param>
/// <param name="Until">Local time; of the next day where <paramref name="EndsNextDay"/> says so.</param>
/// <param name="GrossPerHour">Gross pay (Bruttoentgelt), euro per hour, whole cents.</param>
/// <param name="EmployerSharePerHour">Employer's share of social insurance (Arbeitgeberanteil), euro per hour, whole cents.</param>
public sealed record Absence(DateOnly Date, TimeOnly From, TimeOnly Until, bool EndsNextDay, Duty Duty, decimal GrossPerHour, decimal EmployerSharePerHour)
{
    [JsonIgnore]
    public DateTime Begin => Date.ToDateTime(From);

    [JsonIgnore]
    public DateTime End => Date.AddDays(EndsNextDay ? 1 : 0).ToDateTime(Until);

    /// <summary>What really passed: in the nights when clocks are changed that is an hour more or less than the clock shows.</summary>
    [JsonIgnore]
    public int Minutes => (int)(Utc(End) - Utc(Begin)).TotalMinutes;

    /// <summary>Rounded once per line, half a cent up, so that what is shown adds up.</summary>
    [JsonIgnore]
    public Euro Pay => Euro.Rounded(GrossPerHour * Minutes / 60m);

    /// <inheritdoc cref="Pay"/>
    [JsonIgnore]
    public Euro EmployerShare => Euro.Rounded(EmployerSharePerHour * Minutes / 60m);

    [JsonIgnore]
    public Euro Amount => Pay + EmployerShare;

    public bool Overlaps(Absence other) => Utc(Begin) < Utc(other.End) && Utc(other.Begin) < Utc(End);

    // An hour that comes twice in autumn is taken for the second one.
    private static DateTime Utc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(local, GermanDate.Berlin);
}
