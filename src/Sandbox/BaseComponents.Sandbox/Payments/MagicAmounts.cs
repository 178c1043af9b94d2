using BaseComponents.Sandbox.Payments.Epaybl;

namespace BaseComponents.Sandbox.Payments;

/// <summary>Amounts whose cents make the service misbehave, so that every ending can be tried by hand.</summary>
internal static class MagicAmounts
{
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);
    private const int Late = 91;
    private const int Wrong = 92;
    private const int Never = 93;
    private const int PaidAfterCancel = 94;

    public static IReadOnlyList<(string Amount, string Effect)> All { get; } =
    [
        ("…,91 €", "Spät: „Bezahlen“ wirkt erst nach 10 Sekunden, bis dahin bleibt der Status INITIAL."),
        ("…,92 €", "Falscher Betrag: nach „Bezahlen“ meldet der Dienst einen Cent weniger, als bestellt war."),
        ("…,93 €", "Nie: „Bezahlen“ hat keine Wirkung, der Status bleibt INITIAL."),
        ("…,94 €", "Doch noch: nach „Abbrechen“ oder „Fehlgeschlagen“ wird die Zahlung 10 Sekunden später PAYED."),
    ];

    /// <summary>The status on the wire at that moment.</summary>
    public static string StatusOf(LedgerEntry entry, DateTimeOffset now)
    {
        if (entry.Epaybl is not null)
            return EpayblBooks.StatusOf(entry, now);
        var isOver = now - entry.ChosenAt >= Delay;
        return (entry.Choice, Cents(entry)) switch
        {
            (null, _) => "INITIAL",
            (PayChoice.Paid, Never) => "INITIAL",
            (PayChoice.Paid, Late) when !isOver => "INITIAL",
            (PayChoice.Paid, _) => "PAYED",
            (_, PaidAfterCancel) when isOver => "PAYED",
            (PayChoice.Failed, _) => "FAILED",
            _ => "CANCELED",
        };
    }

    public static decimal ReportedAmount(LedgerEntry entry, string status) =>
        status == "PAYED" && Cents(entry) == Wrong ? entry.Amount - 0.01m : entry.Amount;

    private static int Cents(LedgerEntry entry) => (int)(entry.Amount * 100 % 100);
}
