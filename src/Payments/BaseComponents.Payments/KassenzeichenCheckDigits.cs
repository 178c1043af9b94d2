using BaseComponents.Payments.Internal;

namespace BaseComponents.Payments;

/// <summary>Rules for check digits that are ready to use. Which one holds is a setting of each Bewirtschafter, see <see cref="IKassenzeichenCheckDigit"/>.</summary>
public static class KassenzeichenCheckDigits
{
    /// <summary>No check digit: every Kassenzeichen is right. The default everywhere.</summary>
    public static IKassenzeichenCheckDigit None { get; } = new NoCheckDigit();

    /// <summary>The check digit of the federal budget system (HKR) at the end of a Kassenzeichen of digits.</summary>
    /// <remarks>
    /// Unconfirmed: read in one program that talks to the Saxon service, no public specification. Known Kassenzeichen of another operator do not follow it.
    /// It finds every wrong digit, and most but not all exchanged neighbours.
    /// </remarks>
    public static IKassenzeichenCheckDigit Hkr { get; } = new HkrCheckDigit();
}
