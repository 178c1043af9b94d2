namespace HealthCertificate.Appointments;

/// <summary>One seat of one appointment. Office, time and number are its key, so no appointment has more seats than were made; a case has one seat at most.</summary>
public sealed class SeatRow
{
    public required string Office { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long StartsAt { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Who has it; null when nobody has.</summary>
    public string? CaseId { get; set; }

    public SeatState State { get; set; }

    /// <summary>Unix seconds: a held seat is free for others from then on.</summary>
    public long HeldUntil { get; set; }
}

public enum SeatState
{
    Free,

    /// <summary>For a citizen who goes on; ends by itself.</summary>
    Held,

    /// <summary>A payment is under way; ends with the payment and not before.</summary>
    Paying,

    /// <summary>Paid.</summary>
    Booked,
}
