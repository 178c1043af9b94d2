namespace BaseComponents.Payments.Epaybl;

/// <summary>A way to pay as ePayBL names it. An open set: operators add new ones, and a value that is not known here keeps its text.</summary>
/// <remarks>German: Zahlverfahren.</remarks>
/// <param name="Value">The text of the wire, such as <c>KREDITKARTE</c>.</param>
public readonly record struct EpayblPaymentMethod(string Value)
{
    /// <summary>Transfer before delivery.</summary>
    public static EpayblPaymentMethod TransferInAdvance { get; } = new("UEBERWEISUNGVOR");

    /// <summary>Transfer after delivery.</summary>
    public static EpayblPaymentMethod TransferAfterwards { get; } = new("UEBERWEISUNGNACH");

    /// <summary>Direct debit with a collection authority, before SEPA.</summary>
    public static EpayblPaymentMethod DebitWithAuthority { get; } = new("LASTSCHRIFTMIT");

    /// <summary>Direct debit without a collection authority, before SEPA.</summary>
    public static EpayblPaymentMethod DebitWithoutAuthority { get; } = new("LASTSCHRIFTOHNE");

    /// <summary>SEPA direct debit.</summary>
    public static EpayblPaymentMethod SepaDirectDebit { get; } = new("SEPASDD");

    /// <summary>Credit card.</summary>
    public static EpayblPaymentMethod CreditCard { get; } = new("KREDITKARTE");

    /// <summary>PayPal.</summary>
    public static EpayblPaymentMethod PayPal { get; } = new("PAYPAL");

    /// <summary>Giropay, of historical interest.</summary>
    public static EpayblPaymentMethod Giropay { get; } = new("GIROPAY");

    /// <summary>Paydirekt, of historical interest.</summary>
    public static EpayblPaymentMethod Paydirekt { get; } = new("PAYDIREKT");

    /// <summary>The text of the wire.</summary>
    public override string ToString() => Value ?? "";
}
