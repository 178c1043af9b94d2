namespace BaseComponents.Tests.Scale.Mail.Audit;

/// <summary>
/// What is counted after a run, and what exactly each counter means. <c>Received</c> is the mail server's list: one row for each recipient of a transaction and how it ended; it belongs to a row of the outbox by
/// the ENVID, and copies of one mail are those of one Message-ID.
/// </summary>
internal static class MailCounters
{
    /// <summary>Counted only, so that one sees that there was something to break.</summary>
    public static readonly (string Name, string Statement)[] Facts =
    [
        ("cases", """SELECT count(*) FROM "Cases" """),
        ("kills", """SELECT count(*) FROM "Kills" """),
        ("steps", """SELECT count(DISTINCT "Step") FROM "Kills" WHERE "Step" <> 'any moment'"""),
        ("received", $"""SELECT count(*) FROM "Received" WHERE {IsKept}"""),
        ("answers_lost", """SELECT count(*) FROM "Received" WHERE "End" IN ('kept-unanswered', 'lost-unanswered')"""),
        ("decided_by_person", """SELECT count(*) FROM "MailOutbox" WHERE "Reason" IS NOT NULL"""),
        ("resends", """SELECT coalesce(sum("Resends"), 0) FROM "MailOutbox" """),
        ("duplicates_in_gap", $"""SELECT coalesce(sum(copies - 1), 0) - ({DuplicatesOutsideGap}) FROM ({Copies}) all_copies"""),
    ];

    /// <summary>What must be zero.</summary>
    public static readonly (string Name, string Statement)[] Zeros =
    [
        ("lost", Lost), ("duplicates_outside_gap", DuplicatesOutsideGap), ("without_case", WithoutCase), ("other_bytes", OtherBytes), ("undecided_resends", UndecidedResends),
    ];

    /// <summary>The share of the recipients of committed cases, without those that the server refused for good, that have the mail.</summary>
    public const string DeliveredShare =
        $"""
        SELECT avg(CASE WHEN EXISTS (SELECT 1 FROM "Received" r WHERE {IsOfFate} AND {IsKept}) THEN 1.0 ELSE 0.0 END) FROM ({Fates}) fate
        WHERE EXISTS (SELECT 1 FROM "Cases" WHERE "MailId" = fate."Id") AND NOT EXISTS (SELECT 1 FROM "Received" r WHERE {IsOfFate} AND {IsRefused})
        """;

    /// <summary>
    /// Committed cases without a mail; recipients that stand as accepted and of whom the server has nothing; recipients that stand as failed and whom the server has not refused for good; unfinished mails that
    /// no worker looks at again; mails whose content is gone.
    /// </summary>
    private const string Lost =
        $"""
        SELECT (SELECT count(*) FROM "Cases" WHERE NOT EXISTS (SELECT 1 FROM "MailOutbox" WHERE "Id" = "MailId"))
             + (SELECT count(*) FROM ({Fates}) fate WHERE state = 'Accepted' AND NOT EXISTS (SELECT 1 FROM "Received" r WHERE {IsOfFate} AND {IsKept}))
             + (SELECT count(*) FROM ({Fates}) fate WHERE state = 'Failed' AND NOT EXISTS (SELECT 1 FROM "Received" r WHERE {IsOfFate} AND {IsRefused}))
             + (SELECT count(*) FROM "MailOutbox" WHERE "Phase" IN ('Waiting', 'Sending', 'HandingOver') AND "DueAt" IS NULL)
             + (SELECT count(*) FROM "MailOutbox" m WHERE NOT EXISTS (SELECT 1 FROM "MailOutboxContents" c WHERE c."Tenant" = m."Tenant" AND c."Id" = m."Id"))
        """;

    /// <summary>Copies of one mail for one recipient beyond the first, but for one for each time that it was sent again by the policy or by a person, as the row says.</summary>
    private const string DuplicatesOutsideGap =
        $"""
        SELECT coalesce(sum(greatest(copies - 1 - coalesce((SELECT sum("Resends") FROM "MailOutbox" m WHERE m."MessageId" = copy."MessageId"), 0), 0)), 0) FROM ({Copies}) copy
        """;

    /// <summary>Mails, received or stored, whose case was never committed.</summary>
    private const string WithoutCase =
        $"""
        SELECT (SELECT count(DISTINCT "MessageId") FROM "Received" r WHERE {IsKept}
                   AND NOT EXISTS (SELECT 1 FROM "MailOutbox" m JOIN "Cases" ON "MailId" = m."Id" WHERE m."MessageId" = r."MessageId"))
             + (SELECT count(*) FROM "MailOutbox" m WHERE NOT EXISTS (SELECT 1 FROM "Cases" WHERE "MailId" = m."Id"))
        """;

    /// <summary>Mails whose end came and that are not the bytes that were stored.</summary>
    private const string OtherBytes = """SELECT count(*) FROM "Received" JOIN "MailOutbox" m USING ("EnvelopeId") WHERE "Hash" IS NOT NULL AND ("Hash" <> m."ContentHash" OR "Received"."MessageId" <> m."MessageId")""";

    /// <summary>Mails of the authority that leaves it to a person that were sent again, and of the other one that were sent again more than once, without a person's reason.</summary>
    private const string UndecidedResends = """SELECT count(*) FROM "MailOutbox" WHERE "Reason" IS NULL AND "Resends" > CASE "Tenant" WHEN 'holds' THEN 0 ELSE 1 END""";

    private const string IsKept = """ "End" IN ('taken', 'kept-unanswered')""";
    private const string IsRefused = """ "End" IN ('550', '554')""";
    private const string IsOfFate = """r."EnvelopeId" = fate."EnvelopeId" AND r."Recipient" = fate.address""";
    private const string Copies = $"""SELECT "MessageId", "Recipient", count(*) AS copies FROM "Received" WHERE {IsKept} GROUP BY "MessageId", "Recipient" """;
    private const string Fates = """SELECT m."Id", m."EnvelopeId", one->>'Address' AS address, one->>'State' AS state FROM "MailOutbox" m, jsonb_array_elements(m."Recipients"::jsonb) one""";
}
