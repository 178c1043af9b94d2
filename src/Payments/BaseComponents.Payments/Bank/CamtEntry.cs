using System.Text;

namespace BaseComponents.Payments.Bank;

/// <summary>One booked entry of an account statement, or one of the transactions that an entry puts together.</summary>
/// <remarks>German: Buchung auf dem Kontoauszug, Umsatz. Name and account of the payer are not read; what payers wrote themselves stands in <see cref="Text"/>.</remarks>
public sealed record CamtEntry
{
    /// <summary>
    /// The bank's own key; where it gives none that is usable, a hash of the entry, so that the same entry has the same key in every file. Two entries
    /// that differ in nothing then have one key, and the second one counts as used.
    /// </summary>
    /// <remarks>ISO 20022, AcctSvcrRef. At most 70 letters, digits and <c>. _ : / -</c></remarks>
    public required string Id { get; init; }

    /// <summary>The account that the statement is of, as the bank writes it, usually an IBAN; empty where the file names none.</summary>
    /// <remarks>ISO 20022, Acct/Id of the statement. Never the payer's.</remarks>
    public string Account { get; init; } = "";

    /// <summary>What stands in fields made for references: creditor references and end-to-end ids.</summary>
    /// <remarks>ISO 20022, Strd/CdtrRefInf/Ref and EndToEndId.</remarks>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What the payer wrote, its lines parted by line feeds. It may hold personal data: do not store, show or log it. <see cref="ToString"/> leaves it out.</summary>
    /// <remarks>German: Verwendungszweck. ISO 20022, Ustrd.</remarks>
    public string Text { get; init; } = "";

    /// <summary>How much; null when it is in another currency, or not whole cents.</summary>
    public Euro? Amount { get; init; }

    /// <summary>Whether the money left the account.</summary>
    public bool IsDebit { get; init; }

    /// <summary>Whether the bank takes back an entry of its own with it.</summary>
    /// <remarks>German: Stornobuchung. ISO 20022, RvslInd.</remarks>
    public bool IsReversal { get; init; }

    /// <summary>The day it was booked; the day of the value where that is missing.</summary>
    public required DateOnly BookedOn { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"Id = {Id}, Amount = {Amount}, IsDebit = {IsDebit}, IsReversal = {IsReversal}, BookedOn = {BookedOn:yyyy-MM-dd}");
        return true;
    }
}
