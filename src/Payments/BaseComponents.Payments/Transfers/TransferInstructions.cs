using BaseComponents.Payments.Internal.Transfers;

namespace BaseComponents.Payments.Transfers;

/// <summary>What a citizen needs to pay by transfer: the lines for a form, and the QR code for an app. Name either a reference or a Kassenzeichen or a text.</summary>
/// <remarks>German: Überweisung, Vorkasse. It says how to pay; whether the money has come, only the treasury knows.</remarks>
public sealed record TransferInstructions
{
    /// <summary>Where the money goes.</summary>
    public required TransferAccount Account { get; init; }

    /// <summary>What to pay.</summary>
    public required Euro Amount { get; init; }

    /// <summary>A reference with check digits; stands alone.</summary>
    public CreditorReference? Reference { get; init; }

    /// <summary>The Kassenzeichen; it begins the text of the transfer.</summary>
    public Kassenzeichen? Kassenzeichen { get; init; }

    /// <summary>A text of the SEPA character set (<see cref="SepaText.From"/>), after the Kassenzeichen where there is one; with it at most 140 characters.</summary>
    /// <remarks>German: Verwendungszweck.</remarks>
    public string? Text { get; init; }

    /// <summary>The lines for a transfer form, in German: payee, IBAN in fours, BIC where there is one, amount, reference or text.</summary>
    public IReadOnlyList<TransferLine> Lines => TransferForm.Lines(this);

    /// <summary>The same for a QR code: version 2, UTF-8.</summary>
    public EpcQrCode QrCode => new()
    {
        Bic = Account.Bic,
        Name = Account.Holder,
        Iban = Account.Iban,
        Amount = Amount,
        Reference = Reference,
        Text = TransferForm.Text(this),
    };

    /// <summary>Checks account, amount, reference and text, the check digit of the Kassenzeichen too.</summary>
    /// <returns>All findings at once; empty when the citizen can pay.</returns>
    public IReadOnlyList<PaymentFinding> Check() => TransferRules.Check(this);

    /// <summary>The amount alone: records print themselves into logs, and texts may name persons.</summary>
    public override string ToString() => $"{nameof(TransferInstructions)} {{ Amount = {Amount.ToString()} }}";
}
