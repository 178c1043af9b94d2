namespace SpecialistProcedure.Cases;

/// <summary>A mail that is no case, and why. The mail itself lies where the mailbox sets things aside.</summary>
public sealed class Refusal
{
    /// <summary>Of the mail, as the mailbox computes it.</summary>
    public required string Fingerprint { get; init; }

    public required RefusalReason Reason { get; init; }

    /// <summary>Kind of the verdict on the signature; no personal data.</summary>
    public required string Verdict { get; init; }

    public required DateTime ReceivedAt { get; init; }
}

public enum RefusalReason
{
    /// <summary>No signature over the whole mail by the sender's valid certificate.</summary>
    NotSigned,

    /// <summary>It crossed the wire readable.</summary>
    NotEncrypted,

    /// <summary>A good signature, but of nobody whose cases are taken.</summary>
    UnknownSender,

    /// <summary>Not exactly one case file.</summary>
    NoCaseFile,

    /// <summary>The case file is larger than allowed.</summary>
    TooLarge,

    /// <summary>The case file is no XML, has a document type, or breaks the schema.</summary>
    NotOfTheSchema,

    /// <summary>The case is about a service that is not worked on here.</summary>
    OtherService,

    /// <summary>The payment it tells of is not about this case, or in no sum of euro.</summary>
    PaymentContradicts,

    /// <summary>A case of this number is booked, with another content.</summary>
    NumberTaken,
}
