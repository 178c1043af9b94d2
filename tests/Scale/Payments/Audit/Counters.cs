namespace BaseComponents.Tests.Scale.Payments.Audit;

/// <summary>
/// What is counted after a run, and what exactly each counter means. <c>SandboxLedger</c> is the Sandbox's ledger as JSON, put beside the tables; an
/// entry belongs to an order by its purpose, which is the reference, and to a row by the request id or by the service's own id.
/// </summary>
internal static class Counters
{
    /// <summary>Cases that the application took.</summary>
    public const string Orders = """SELECT count(*) FROM "Orders" """;

    /// <summary>SIGKILLs.</summary>
    public const string Kills = """SELECT count(*) FROM "Kills" """;

    /// <summary>Named steps at which at least one worker died.</summary>
    public const string Steps = """SELECT count(DISTINCT "Step") FROM "Kills" WHERE "Step" <> 'any moment'""";

    /// <summary>Payments that were made at the service.</summary>
    public const string Paid = """SELECT count(*) FROM "SandboxLedger" WHERE "Status" = 'PAYED'""";

    /// <summary>Second payments of one order of which a clerk was told, and that were not our doing (see below). Not a fault; shows that such payments are seen.</summary>
    public const string ToldDoubles = $"""SELECT count(*) FROM ({PaidAttempts}) later WHERE EXISTS (SELECT 1 FROM ({PaidAttempts}) earlier WHERE {IsPair} AND {IsTold} AND {WasGivenUp})""";

    /// <summary>
    /// More than one PAYED payment of one order at the service. Two tabs of one attempt are one payment there. Each payment beyond the first counts, but
    /// for one that was not our doing and that a clerk knows of: the earlier attempt had been reported as ended before the later one began, and one of
    /// the two stands as paid late or twice, with its event. A payment that no row belongs to is never excused.
    /// </summary>
    public const string DoublePayments =
        $"""
        SELECT (SELECT coalesce(sum(payments - 1), 0) FROM (SELECT count(*) AS payments FROM "SandboxLedger" WHERE "Status" = 'PAYED' GROUP BY "Reference") orders)
             - ({ToldDoubles})
        """;

    /// <summary>Payments that were made at the service and that no row shows as money: not as paid, nor as paid late, twice or wrongly.</summary>
    public const string PaidButUnknown =
        $"""
        SELECT count(*) FROM "SandboxLedger" entry WHERE "Status" = 'PAYED'
           AND NOT EXISTS (SELECT 1 FROM "Payments" attempt WHERE {BelongsTo} AND attempt."State" IN {Money})
        """;

    /// <summary>Orders fulfilled as paid more than once, and events that the handler's transaction committed more than once.</summary>
    public const string FulfilledTwice =
        """
        SELECT (SELECT count(*) FROM (SELECT 1 FROM "Fulfilments" WHERE "State" = 'Paid' GROUP BY "Reference" HAVING count(*) > 1) orders)
             + (SELECT count(*) FROM (SELECT 1 FROM "Fulfilments" GROUP BY "EventId" HAVING count(*) > 1) events)
        """;

    /// <summary>Orders fulfilled as paid for which the service has no payment of that amount.</summary>
    public const string FulfilledUnpaid =
        """
        SELECT count(DISTINCT "Reference") FROM "Fulfilments" fulfilled WHERE "State" = 'Paid'
           AND NOT EXISTS (SELECT 1 FROM "Orders" JOIN "SandboxLedger" entry USING ("Reference")
                           WHERE "Orders"."Reference" = fulfilled."Reference" AND entry."Status" = 'PAYED' AND entry."Cents" = "Orders"."Cents")
        """;

    /// <summary>
    /// What nobody would ever come back to: payments at the service, paid or not, that no row belongs to; unfinished attempts that the reconciler does not
    /// look at again; events that were not delivered; and attempts that are paid and not fulfilled.
    /// </summary>
    public const string Lost =
        $"""
        SELECT (SELECT count(*) FROM "SandboxLedger" entry WHERE NOT EXISTS (SELECT 1 FROM "Payments" attempt WHERE {BelongsTo}))
             + (SELECT count(*) FROM "Payments" WHERE "State" IN {Unfinished} AND "NextCheckAt" IS NULL)
             + (SELECT count(*) FROM "PaymentEvents" WHERE "DeliveredAt" IS NULL)
             + (SELECT count(*) FROM "Payments" attempt WHERE "State" = 'Paid'
                   AND NOT EXISTS (SELECT 1 FROM "Fulfilments" fulfilled WHERE fulfilled."Reference" = attempt."Reference" AND fulfilled."State" = 'Paid'))
        """;

    /// <summary>Attempts whose outcome stayed unknown although their back end finds payments by the request id.</summary>
    public const string UnknownElsewhere = """SELECT count(*) FROM "Payments" JOIN "Orders" USING ("Reference") WHERE "State" = 'OutcomeUnknown' AND "HasLookUp" """;

    /// <summary>The share of the orders none of whose attempts is unfinished.</summary>
    public const string SettledShare =
        $"""
        SELECT avg(CASE WHEN EXISTS (SELECT 1 FROM "Payments" attempt WHERE attempt."Reference" = "Orders"."Reference" AND "State" IN {Unfinished}) THEN 0.0 ELSE 1.0 END)
        FROM "Orders"
        """;

    private const string Money = "('Paid', 'PaidLate', 'DoublePayment', 'Mismatch', 'ReturnDebited', 'Refunded')";
    private const string Unfinished = "('Creating', 'Open', 'OutcomeUnknown', 'AwaitingTransfer')";
    private const string BelongsTo = """(attempt."RequestId" = entry."RequestId" OR attempt."TransactionId" = entry."TransactionId")""";
    private const string PaidAttempts = $"""SELECT attempt.* FROM "SandboxLedger" entry JOIN "Payments" attempt ON {BelongsTo} WHERE entry."Status" = 'PAYED'""";
    private const string IsPair = """earlier."Reference" = later."Reference" AND earlier."Attempt" < later."Attempt" """;
    private const string IsTold =
        """
        EXISTS (SELECT 1 FROM "PaymentEvents" told WHERE told."Reference" = later."Reference" AND told."Attempt" IN (earlier."Attempt", later."Attempt")
                   AND told."State" IN ('PaidLate', 'DoublePayment') AND told."State" = (SELECT "State" FROM "Payments" attempt
                       WHERE attempt."Reference" = told."Reference" AND attempt."Attempt" = told."Attempt"))
        """;
    private const string WasGivenUp =
        """
        EXISTS (SELECT 1 FROM "PaymentEvents" ended WHERE ended."Reference" = earlier."Reference" AND ended."Attempt" = earlier."Attempt"
                   AND ended."State" IN ('Failed', 'Canceled', 'Expired', 'Abandoned') AND ended."OccurredAt" <= later."CreatedAt")
        """;
}
