namespace BaseComponents.Payments;

/// <summary>Which way the money of an attempt comes.</summary>
/// <remarks>German: Zahlweg.</remarks>
public enum PaymentRoute
{
    /// <summary>Over the pay page of the payment service.</summary>
    PayPage,

    /// <summary>By a transfer in advance; the treasury sees it on the account.</summary>
    /// <remarks>German: Vorkasse, Überweisung.</remarks>
    Transfer,
}
