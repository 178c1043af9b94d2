using System.Globalization;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>A transfer on paper, as the German form names its fields.</summary>
internal static class TransferForm
{
    // A process in invariant mode has no German culture.
    private static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    public static IReadOnlyList<TransferLine> Lines(TransferInstructions transfer) =>
    [
        new("Empfänger", transfer.Account.Holder),
        new("IBAN", transfer.Account.Iban.ToString("P", null)),
        .. transfer.Account.Bic is { } bic ? (TransferLine[])[new("BIC", bic.ToString())] : [],
        new("Betrag", transfer.Amount.ToString(null, German)),
        new("Verwendungszweck", transfer.Reference?.ToString("P", null) ?? Text(transfer) ?? ""),
    ];

    /// <summary>Kassenzeichen first and a slash behind it, as the payment service itself writes its statements: the books look for it there.</summary>
    public static string? Text(TransferInstructions transfer) => transfer switch
    {
        { Kassenzeichen: null } => transfer.Text,
        { Text: null } => transfer.Kassenzeichen.ToString(),
        _ => $"{transfer.Kassenzeichen}/{transfer.Text}",
    };
}
