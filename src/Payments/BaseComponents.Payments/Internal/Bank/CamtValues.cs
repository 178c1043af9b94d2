using System.Globalization;

namespace BaseComponents.Payments.Internal.Bank;

/// <summary>Amounts, days and signs of an entry.</summary>
internal static class CamtValues
{
    // ISO 20022 allows 18 digits; more than this is no account of a municipality.
    private const decimal Largest = 1_000_000_000_000m;
    private const int DigitsOfDay = 10;

    public static bool IsBooked(CamtElement entry) => (entry.TextAt("Sts", "Cd") ?? entry.TextAt("Sts")) == "BOOK";

    public static bool IsDebit(CamtElement entry) => entry.TextAt("CdtDbtInd") switch
    {
        "CRDT" => false,
        "DBIT" => true,
        _ => throw BankFileFaults.Unreadable("an entry does not say whether it is a credit or a debit"),
    };

    public static bool IsReversal(CamtElement entry) => entry.TextAt("RvslInd") is "true" or "1";

    public static DateOnly Day(CamtElement entry)
    {
        var text = entry.TextAt("BookgDt", "Dt") ?? entry.TextAt("BookgDt", "DtTm") ?? entry.TextAt("ValDt", "Dt") ?? entry.TextAt("ValDt", "DtTm");
        // What follows is a time or an offset: the day is the bank's own.
        return text is { Length: >= DigitsOfDay } && DateOnly.TryParseExact(text.AsSpan(0, DigitsOfDay), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw BankFileFaults.Unreadable("an entry has no day on which it was booked");
    }

    /// <summary>Null where it is not in whole cents.</summary>
    public static Euro? Amount(CamtElement element)
    {
        if (!decimal.TryParse(element.Text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount >= Largest)
            throw BankFileFaults.Unreadable("an entry has no amount");
        return element.Currency == "EUR" && amount == Math.Round(amount, 2) ? new Euro(amount) : null;
    }
}
