namespace BaseComponents.Tests.Scale.Web.Audit;

/// <summary>
/// What is counted after a run. <c>Journeys</c> has a row for each case number that a citizen was shown, <c>Ledger</c> is the payment service's own list, <c>Mails</c> the mail server's: a row for each mail
/// and recipient.
/// </summary>
internal static class WebCounters
{
    /// <summary>Counted only, so that one sees that there was something to break.</summary>
    public static readonly (string Name, string Statement)[] Facts =
    [
        ("journeys", """SELECT count(DISTINCT "Canary") FROM "Journeys" """),
        ("cases", """SELECT count(*) FROM "Cases" """),
        ("paid", """SELECT count(*) FROM "Ledger" WHERE "Status" = 'PAYED'"""),
        ("mails", """SELECT count(*) FROM "Mails" """),
        ("mails_again", $"""SELECT coalesce(sum(copies - 1), 0) FROM ({Copies}) copy"""),
    ];

    /// <summary>What must be zero.</summary>
    public static readonly (string Name, string Statement)[] Zeros =
    [
        ("lost", Lost), ("double_payments", DoublePayments), ("paid_and_unknown", PaidAndUnknown), ("mails_twice", MailsTwice), ("mails_astray", MailsAstray),
    ];

    /// <summary>Citizens whose last case is not with the office, paid in full, with the mail to the office and the confirmation to the address that this citizen typed.</summary>
    private const string Lost =
        """
        SELECT count(*) FROM "Journeys" j WHERE "IsLast" AND NOT (
                EXISTS (SELECT 1 FROM "Cases" c WHERE c."Number" = j."Number" AND c."Stage" = 'Closed')
            AND EXISTS (SELECT 1 FROM "Payments" p WHERE p."Reference" = j."Number" AND p."State" = 'Paid')
            AND EXISTS (SELECT 1 FROM "Ledger" l WHERE l."Number" = j."Number" AND l."Status" = 'PAYED' AND l."Cents" = 8400)
            AND EXISTS (SELECT 1 FROM "Mails" m WHERE m."Subject" = 'Anmeldung eines Hundes, Vorgang ' || j."Number")
            AND EXISTS (SELECT 1 FROM "Mails" m WHERE m."Subject" = 'Ihr Antrag ist eingegangen, Vorgang ' || j."Number" AND m."Recipient" = j."Canary" || '@buerger.example'))
        """;

    /// <summary>Payments beyond the first of one case, and of one citizen.</summary>
    private const string DoublePayments =
        """
        SELECT coalesce(sum(payments - 1), 0) FROM (SELECT count(*) AS payments FROM "Ledger" LEFT JOIN "Journeys" USING ("Number")
                                                    WHERE "Status" = 'PAYED' GROUP BY coalesce("Canary", "Number")) payers
        """;

    /// <summary>Payments that were made and that no case of a citizen shows as paid.</summary>
    private const string PaidAndUnknown =
        """
        SELECT count(*) FROM "Ledger" l WHERE "Status" = 'PAYED' AND NOT EXISTS (SELECT 1 FROM "Payments" p WHERE p."Reference" = l."Number" AND p."State" IN ('Paid', 'PaidLate', 'DoublePayment'))
        """;

    /// <summary>Two different mails to an office about one case. The same one may come again when its answer was lost, as the setting says.</summary>
    private const string MailsTwice =
        """
        SELECT count(*) FROM (SELECT 1 FROM "Mails" WHERE "Subject" LIKE 'Anmeldung eines Hundes, Vorgang %' GROUP BY "Subject" HAVING count(DISTINCT "MessageId") > 1) subjects
        """;

    /// <summary>Confirmations that went to somebody else than the citizen of that case.</summary>
    private const string MailsAstray =
        """
        SELECT count(*) FROM "Mails" m JOIN "Journeys" j ON m."Subject" = 'Ihr Antrag ist eingegangen, Vorgang ' || j."Number" WHERE m."Recipient" <> j."Canary" || '@buerger.example'
        """;

    private const string Copies = """SELECT count(*) AS copies FROM "Mails" GROUP BY "MessageId", "Recipient" """;
}
