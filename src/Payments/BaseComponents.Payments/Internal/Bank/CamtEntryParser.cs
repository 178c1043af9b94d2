using BaseComponents.Payments.Bank;

namespace BaseComponents.Payments.Internal.Bank;

/// <summary>Makes entries out of what was read: one of each, or one of each transaction where the bank has put several together.</summary>
internal static class CamtEntryParser
{
    private const string NotProvided = "NOTPROVIDED";

    public static IEnumerable<CamtEntry> Read(CamtElement entry, string account)
    {
        if (!CamtValues.IsBooked(entry))
            return [];
        var whole = new CamtEntry
        {
            Id = "",
            Account = account,
            Amount = CamtValues.Amount(entry.Child("Amt") ?? throw BankFileFaults.Unreadable("an entry has no amount")),
            IsDebit = CamtValues.IsDebit(entry),
            IsReversal = CamtValues.IsReversal(entry),
            BookedOn = CamtValues.Day(entry),
        };
        CamtElement[] transactions = [.. entry.At("NtryDtls", "TxDtls")];
        var reference = entry.TextAt("AcctSvcrRef");
        if (transactions.Length > 1 && Parts(whole, transactions) is { } parts)
            return parts.Zip(transactions, (part, transaction) => Named(part, transaction, account, reference));
        return [Joined(whole, transactions, account, reference)];
    }

    /// <summary>The transactions with their amounts; null where they lack one or do not add up to the entry: then only the whole is sure.</summary>
    private static CamtEntry[]? Parts(CamtEntry whole, CamtElement[] transactions)
    {
        CamtEntry[] parts = [.. transactions.Select(transaction => whole with { Amount = AmountOf(transaction), IsDebit = IsDebit(transaction, whole) })];
        if (whole.Amount is not { } total || parts.Any(static part => part.Amount is null))
            return null;
        var sum = parts.Sum(part => part.IsDebit == whole.IsDebit ? part.Amount!.Value.Amount : -part.Amount!.Value.Amount);
        return sum == total.Amount ? parts : null;
    }

    private static Euro? AmountOf(CamtElement transaction) =>
        (transaction.Child("Amt") ?? transaction.At("AmtDtls", "TxAmt", "Amt").FirstOrDefault()) is { } amount ? CamtValues.Amount(amount) : null;

    private static bool IsDebit(CamtElement transaction, CamtEntry whole) => transaction.Child("CdtDbtInd") is null ? whole.IsDebit : CamtValues.IsDebit(transaction);

    private static CamtEntry Joined(CamtEntry whole, CamtElement[] transactions, string account, string? reference)
    {
        var joined = whole with { References = [.. transactions.SelectMany(References)], Text = string.Join('\n', transactions.Select(Text)) };
        return joined with { Id = EntryKey.Of(account, reference, joined, transactions) };
    }

    private static CamtEntry Named(CamtEntry part, CamtElement transaction, string account, string? reference)
    {
        var named = part with { References = [.. References(transaction)], Text = Text(transaction) };
        return named with { Id = EntryKey.OfPart(account, reference, named, transaction) };
    }

    private static IEnumerable<string> References(CamtElement transaction) => transaction.At("RmtInf", "Strd", "CdtrRefInf", "Ref").Concat(transaction.At("Refs", "EndToEndId"))
        .Select(static element => element.Text.Trim()).Where(static text => text.Length > 0 && text != NotProvided);

    private static string Text(CamtElement transaction) => string.Join('\n', transaction.At("RmtInf", "Ustrd").Select(static element => element.Text.Trim()));
}
