namespace BaseComponents.Payments;

/// <summary>What may go. Two periods, because two duties: the case ends long before the treasury may forget its records.</summary>
/// <remarks>German: Löschfristen; Aufbewahrungspflicht der Kasse.</remarks>
public sealed record PaymentRetention
{
    /// <summary>Attempts that have ended and were last changed before this time lose what leads to the person.</summary>
    /// <value>null: none</value>
    public DateTimeOffset? ErasePersonsBefore { get; init; }

    /// <summary>Erased attempts that were last changed before this time are deleted altogether.</summary>
    /// <value>null: none, ever; the period is the treasury's to name</value>
    public DateTimeOffset? DeleteRecordsBefore { get; init; }

    /// <summary>Who purges: an identifier of the staff, or the name of the job.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Why, such as the rule the period comes from.</summary>
    public required string Reason { get; init; }
}

/// <summary>What a purge did.</summary>
/// <param name="Erased">Attempts that lost what leads to the person.</param>
/// <param name="Deleted">Attempts deleted altogether.</param>
public sealed record PaymentPurge(int Erased, int Deleted);
