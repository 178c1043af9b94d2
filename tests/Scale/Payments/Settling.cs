namespace BaseComponents.Tests.Scale.Payments;

/// <summary>When the run need not wait any longer; what it waited for is judged by the auditor, with statements of its own.</summary>
internal static class Settling
{
    public const string NothingIsOldAndOpen =
        """
        SELECT NOT EXISTS (SELECT 1 FROM "PaymentEvents" WHERE "DeliveredAt" IS NULL)
           AND NOT EXISTS (SELECT 1 FROM "Payments" JOIN "Orders" USING ("Reference")
                           WHERE "State" = 'Creating' OR ("State" = 'OutcomeUnknown' AND "HasLookUp") OR ("State" = 'Open' AND "OpenedAt" < now() + interval '12 hours'))
        """;

    public const string NothingIsOpen =
        """
        SELECT NOT EXISTS (SELECT 1 FROM "PaymentEvents" WHERE "DeliveredAt" IS NULL)
           AND NOT EXISTS (SELECT 1 FROM "Payments" JOIN "Orders" USING ("Reference") WHERE "State" IN ('Creating', 'Open') OR ("State" = 'OutcomeUnknown' AND "HasLookUp"))
        """;

    /// <summary>For whoever watches: how many attempts are in which state, and how many events wait.</summary>
    public const string States =
        """
        SELECT (SELECT coalesce(string_agg("State" || ' ' || attempts, ', ' ORDER BY "State"), 'no attempts') FROM (SELECT "State", count(*) AS attempts FROM "Payments" GROUP BY "State") states)
            || ', events waiting ' || (SELECT count(*) FROM "PaymentEvents" WHERE "DeliveredAt" IS NULL)
        """;

    public const string MoneyIsSeen =
        """
        SELECT NOT EXISTS (SELECT 1 FROM "PaymentEvents" WHERE "DeliveredAt" IS NULL)
           AND (SELECT count(*) FROM "Payments" WHERE "Reference" = ANY(@late) AND "State" IN ('Paid', 'PaidLate', 'DoublePayment', 'Mismatch')) >= @payments
        """;
}
