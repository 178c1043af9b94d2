namespace BaseComponents.Payments.Epaybl;

/// <summary>Where a Kassenzeichen stands, as the treasury's books say.</summary>
/// <remarks>German: Saldo eines Kassenzeichens.</remarks>
public enum KassenzeichenBalance
{
    /// <summary>Nothing has been paid.</summary>
    Open,

    /// <summary>Less than was owed has been paid.</summary>
    Partial,

    /// <summary>Paid in full.</summary>
    Paid,

    /// <summary>More than was owed has been paid.</summary>
    Overpaid,

    /// <summary>A return debit took the money back.</summary>
    /// <remarks>German: Rücklastschrift.</remarks>
    Reversed,

    /// <summary>The treasury cancelled the claim; nothing was paid, and nothing is owed. It looks paid: its saldo is zero.</summary>
    /// <remarks>German: Storno der Hauptforderung.</remarks>
    Cancelled,
}
