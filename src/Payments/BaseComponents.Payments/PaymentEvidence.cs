namespace BaseComponents.Payments;

/// <summary>What a decision rests on.</summary>
/// <remarks>German: Nachweis. A decision without a look-up or an entry of the bank needs a second person.</remarks>
public abstract record PaymentEvidence
{
    private PaymentEvidence()
    {
    }

    /// <summary>The service is asked now, and its answer must say what is decided.</summary>
    public static PaymentEvidence LookUp { get; } = new LookedUp();

    /// <summary>Nothing but the word of two persons.</summary>
    public static PaymentEvidence TwoPersons { get; } = new Stated();

    /// <summary>An entry on the account statement.</summary>
    public static PaymentEvidence Bank(BankEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new Booked(entry);
    }

    /// <summary>How an entry of the bank stands in the audit.</summary>
    internal static string OfEntry(string id) => $"bank entry {id}";

    internal sealed record LookedUp : PaymentEvidence
    {
        public override string ToString() => "look-up";
    }

    internal sealed record Stated : PaymentEvidence
    {
        public override string ToString() => "two persons";
    }

    internal sealed record Booked(BankEntry Entry) : PaymentEvidence
    {
        public override string ToString() => OfEntry(Entry.Id);
    }
}
