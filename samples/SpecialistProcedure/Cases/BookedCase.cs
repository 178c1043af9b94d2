namespace SpecialistProcedure.Cases;

/// <summary>A case of the office. Its content is personal data in the clear, as the office works with it: the folder is for this account alone, and belongs on an encrypted volume.</summary>
public sealed class BookedCase
{
    /// <summary>Vorgangsnummer of the portal.</summary>
    public required string Number { get; init; }

    /// <summary>SHA-256 of the case file, in hexadecimal form: tells the same case that came twice from another one under its number.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The case file as it came.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Address that signed the mail.</summary>
    public required string Sender { get; init; }

    public required string Service { get; init; }

    public required string Region { get; init; }

    /// <summary>What the portal says was paid, in euro.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The payment service's reference for the books (Kassenzeichen), by which the treasury finds the money; null where the case carries none.</summary>
    public string? PaymentReference { get; init; }

    public required JurisdictionCheck Jurisdiction { get; init; }

    /// <summary>When the mailbox got the mail.</summary>
    public required DateTime ReceivedAt { get; init; }

    public required DateTime BookedAt { get; init; }
}

/// <summary>Whether this office is the one that decides, as the snapshot of the authorities says.</summary>
public enum JurisdictionCheck
{
    /// <summary>There is no snapshot: a person checks it.</summary>
    NotChecked,

    /// <summary>This office decides.</summary>
    Confirmed,

    /// <summary>Another office decides: a person passes the case on.</summary>
    OtherOffice,

    /// <summary>No office or several are named, or the keys of the case are unknown.</summary>
    Unclear,
}
