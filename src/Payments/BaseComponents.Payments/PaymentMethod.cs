namespace BaseComponents.Payments;

/// <summary>How was paid. An open set: a value that is not known here keeps its text.</summary>
/// <remarks>
/// German: Zahlungsmittel, Zahlverfahren. XBezahldienste 1.0.0, PaymentInformation, paymentMethod; the codes of ePayBL's own interfaces beside it. What
/// has no confirmed text on the wire (such as Wero) has no member here and still comes through.
/// </remarks>
/// <param name="Value">The text of the wire, such as <c>CREDITCARD</c>.</param>
public readonly record struct PaymentMethod(string Value)
{
    /// <summary>Credit card.</summary>
    public static PaymentMethod CreditCard { get; } = new("CREDITCARD");

    /// <summary>PayPal.</summary>
    public static PaymentMethod PayPal { get; } = new("PAYPAL");

    /// <summary>Giropay, of historical interest.</summary>
    public static PaymentMethod Giropay { get; } = new("GIROPAY");

    /// <summary>Paydirekt, of historical interest.</summary>
    public static PaymentMethod Paydirekt { get; } = new("PAYDIRECT");

    /// <summary>Something else; the service may say more in its detail.</summary>
    public static PaymentMethod Other { get; } = new("OTHER");

    /// <summary>The text of the wire.</summary>
    public override string ToString() => Value ?? "";
}
