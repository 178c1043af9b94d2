using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.Transfers;
using Microsoft.AspNetCore.Html;

namespace DogLicence.Paying;

/// <summary>What a citizen needs to pay by transfer: the lines for the form, and the same as a QR code.</summary>
/// <param name="Lines">Payee, account, amount, reference.</param>
/// <param name="Picture">The QR code for banking apps.</param>
public sealed record TransferSheet(IReadOnlyList<TransferLine> Lines, IHtmlContent Picture)
{
    /// <summary>The account comes from the municipality's configuration, reference and amount from the stored payment.</summary>
    public static TransferSheet Of(Payment payment, TransferAccountSource account)
    {
        var instructions = new TransferInstructions
        {
            Account = account.Current,
            Amount = payment.Amount,
            Reference = CreditorReference.Parse(payment.TransactionReference!),
        };
        return new TransferSheet(instructions.Lines, EpcQrPicture.Html(instructions.QrCode.Encode()));
    }
}
