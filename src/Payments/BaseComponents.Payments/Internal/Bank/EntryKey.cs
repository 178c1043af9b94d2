using System.Globalization;
using System.Security.Cryptography;
using BaseComponents.Payments.Bank;

namespace BaseComponents.Payments.Internal.Bank;

/// <summary>The key under which an entry counts once, whatever files it stands in.</summary>
internal static class EntryKey
{
    private const string Purpose = "BaseComponents.Payments.Bank.v1";
    private const int Longest = 70;

    public static string Of(string account, string? reference, CamtEntry entry, CamtElement[] transactions) =>
        Usable(reference) ?? (transactions is [var only] ? Usable(only.TextAt("Refs", "AcctSvcrRef")) : null) ?? Hash(account, reference, entry, transactions);

    /// <summary>The bank's key of the entry belongs to all of its transactions, so it is only a part of theirs.</summary>
    public static string OfPart(string account, string? reference, CamtEntry part, CamtElement transaction) =>
        Usable(transaction.TextAt("Refs", "AcctSvcrRef")) is { } own && own != reference ? own : Hash(account, reference, part, [transaction]);

    // NONREF is what German banks write where they have no key.
    private static string? Usable(string? reference) =>
        reference is { Length: <= Longest } && reference != "NONREF" && reference.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '/' or '-') ? reference : null;

    /// <summary>Over what the entry says, not over how its version of the format puts it.</summary>
    private static string Hash(string account, string? reference, CamtEntry entry, CamtElement[] transactions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in new[] { Purpose, account, reference, entry.BookedOn.ToString("O", CultureInfo.InvariantCulture) })
            hash.Append(text);
        hash.Append(entry.Amount?.Cents ?? -1);
        hash.Append((entry.IsDebit ? 1 : 0) + (entry.IsReversal ? 2 : 0));
        hash.Append(entry.References.Count);
        foreach (var text in entry.References.Append(entry.Text).Concat(transactions.Select(static transaction => transaction.TextAt("Refs", "TxId"))))
            hash.Append(text);
        return $"camt-{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
