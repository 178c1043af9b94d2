namespace BaseComponents.Payments;

/// <summary>The rule by which a Bewirtschafter checks its Kassenzeichen. Implement it for a rule that is not in <see cref="KassenzeichenCheckDigits"/>.</summary>
/// <remarks>
/// German: Prüfziffer. The rule is a setting of each Bewirtschafter in the payment service, and no specification of these settings is public: ask the
/// operator, and as long as nobody has answered take <see cref="KassenzeichenCheckDigits.None"/>. A wrong rule refuses right Kassenzeichen.
/// An implementation is safe to share.
/// </remarks>
public interface IKassenzeichenCheckDigit
{
    /// <summary>Adds what the rule demands to a number that does not have it yet.</summary>
    /// <exception cref="FormatException">The rule cannot be applied to this text, or what comes out is no Kassenzeichen.</exception>
    Kassenzeichen Complete(string number);

    /// <summary>Whether a Kassenzeichen keeps the rule. Never throws.</summary>
    bool IsValid(Kassenzeichen kassenzeichen);
}
