namespace BaseComponents.Payments.Internal;

/// <summary>The rule of those who have none.</summary>
internal sealed class NoCheckDigit : IKassenzeichenCheckDigit
{
    public Kassenzeichen Complete(string number) => Kassenzeichen.Parse(number);

    public bool IsValid(Kassenzeichen kassenzeichen) => !kassenzeichen.IsEmpty;
}
