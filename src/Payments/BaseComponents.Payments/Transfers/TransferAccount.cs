namespace BaseComponents.Payments.Transfers;

/// <summary>The account of the Mandant that transfers go to.</summary>
/// <remarks>
/// German: Bankverbindung. It comes from the Mandant's own configuration (<see cref="TransferOptions"/>) and from nowhere else: an account out of a
/// directory, a message or a form would let whoever writes there take the money.
/// </remarks>
public sealed record TransferAccount
{
    /// <summary>The holder, exactly as the bank knows it: the payer's bank compares it (Verification of Payee).</summary>
    /// <remarks>German: Kontoinhaber.</remarks>
    public required string Holder { get; init; }

    /// <summary>The account.</summary>
    public required Iban Iban { get; init; }

    /// <summary>The bank; needed for accounts outside the European Economic Area only.</summary>
    public Bic? Bic { get; init; }

    /// <summary>The rule that the Kassenzeichen of this account keep.</summary>
    /// <value><see cref="KassenzeichenCheckDigits.None"/></value>
    public IKassenzeichenCheckDigit CheckDigit { get; init; } = KassenzeichenCheckDigits.None;
}
