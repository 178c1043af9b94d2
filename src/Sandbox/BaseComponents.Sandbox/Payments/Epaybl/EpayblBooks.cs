namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>What the treasury's books say of a claim at a moment. The cents of its amount script what cannot be clicked.</summary>
internal sealed record EpayblBooks
{
    private const int Late = 91;
    private const int Less = 92;
    private const int Never = 93;
    private const int PaidAfterCancel = 94;
    private const int ReturnDebit = 95;
    private const int Cancelled = 96;
    private const int More = 97;
    private const int InternalFault = 98;
    private const int AboveLimit = 99;

    public static IReadOnlyList<(string Amount, string Effect)> Magic { get; } =
    [
        ("…,91 €", "Spät: „Bezahlen“ wird erst nach 10 Sekunden verbucht."),
        ("…,92 €", "Zu wenig: nach „Bezahlen“ fehlt ein Cent."),
        ("…,93 €", "Nie: „Bezahlen“ hat keine Wirkung."),
        ("…,94 €", "Doch noch: 10 Sekunden nach „Abbrechen“ oder „Fehlgeschlagen“ geht die Zahlung ein."),
        ("…,95 €", "Rücklastschrift: 10 Sekunden nach „Bezahlen“ wird das Geld zurückgeholt."),
        ("…,96 €", "Storno: 10 Sekunden nach dem Anlegen nimmt die Kasse die Forderung zurück, wenn niemand gezahlt hat; der Saldo ist dann null."),
        ("…,97 €", "Zu viel: nach „Bezahlen“ ist ein Euro mehr eingegangen."),
        ("…,98 €", "Ungewiss: die Forderung wird angelegt, die Antwort ist -9999."),
        ("…,99 €", "Über der Grenze: die Forderung wird mit -0511 abgelehnt."),
    ];

    public required decimal Claims { get; init; }

    public decimal Cancellations { get; init; }

    public decimal Receipts { get; init; }

    public decimal ReturnDebits { get; init; }

    public decimal Saldo => Claims - Cancellations - Receipts + ReturnDebits;

    public bool IsPageFinished { get; init; }

    public string? Method { get; init; }

    public static EpayblBooks Of(LedgerEntry entry, DateTimeOffset now)
    {
        var books = new EpayblBooks { Claims = entry.Amount };
        var cents = Cents(entry.Amount);
        var waited = now - entry.ChosenAt >= MagicAmounts.Delay;
        if (IsPaid(entry, cents, waited))
            return books with { Receipts = Received(entry.Amount, cents), ReturnDebits = cents == ReturnDebit && waited ? entry.Amount : 0, IsPageFinished = true, Method = entry.Epaybl!.Methods[0] };
        return cents == Cancelled && now - entry.CreatedAt >= MagicAmounts.Delay ? books with { Cancellations = entry.Amount, IsPageFinished = true } : books;
    }

    /// <summary>One word for the ledger.</summary>
    public static string StatusOf(LedgerEntry entry, DateTimeOffset now) => Of(entry, now) switch
    {
        { ReturnDebits: > 0 } => "REVERSED",
        { Cancellations: > 0 } => "CANCELED",
        { Receipts: > 0 } => "PAYED",
        _ => "INITIAL",
    };

    public static bool HidesOutcome(decimal amount) => Cents(amount) == InternalFault;

    public static bool IsAboveLimit(decimal amount) => Cents(amount) == AboveLimit;

    private static bool IsPaid(LedgerEntry entry, int cents, bool waited) => (entry.Choice, cents) switch
    {
        (PayChoice.Paid, Never) => false,
        (PayChoice.Paid, Late) => waited,
        (PayChoice.Paid, _) => true,
        (PayChoice.Failed or PayChoice.Canceled, PaidAfterCancel) => waited,
        _ => false,
    };

    private static decimal Received(decimal amount, int cents) => cents switch
    {
        Less => amount - 0.01m,
        More => amount + 1,
        _ => amount,
    };

    private static int Cents(decimal amount) => (int)(amount * 100 % 100);
}
