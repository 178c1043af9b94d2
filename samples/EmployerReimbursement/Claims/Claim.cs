using System.Text.Json.Serialization;
using BaseComponents.Payments;

namespace EmployerReimbursement.Claims;

/// <summary>Everything an employer has told us in one application (Antrag). Stored sealed, never in the clear.</summary>
public sealed record Claim
{
    public required string LeikaKey { get; init; }

    /// <summary>Regionalschlüssel (ARS) of the place of the fire brigade.</summary>
    public required string RegionKey { get; init; }

    public required string PlaceName { get; init; }

    public required string OfficeName { get; init; }

    public required string OfficeMail { get; init; }

    /// <summary>What the application rests on, as the settings said when it was begun.</summary>
    public required string Statute { get; init; }

    /// <summary>Who logged in; null before.</summary>
    public Applicant? Applicant { get; init; }

    /// <summary>The member of the fire brigade: the name and nothing else. Null before the form was sent.</summary>
    public string? Employee { get; init; }

    /// <summary>Ortsfeuerwehr.</summary>
    public string? FireBrigade { get; init; }

    /// <summary>The company's account, without blanks. Pages show it masked.</summary>
    public string? Iban { get; init; }

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public DateTimeOffset? ConfirmedAt { get; init; }

    [JsonIgnore]
    public Euro Total => Euro.Sum(Absences.Select(absence => absence.Amount));

    [JsonIgnore]
    public bool IsComplete => this is { Applicant: not null, Employee: not null, FireBrigade: not null, Iban: not null } && Absences.Count > 0;

    /// <summary>The name of the type: it must not reach a log.</summary>
    public override string ToString() => nameof(Claim);
}
