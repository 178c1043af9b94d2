namespace BaseComponents.Payments.Internal;

/// <summary>
/// HKR: each digit is weighed by the digital root of two to the power of its place from the right (2, 4, 8, 7, 5, 1, again), each product reduced to its
/// own digital root; the check digit fills their sum up to a multiple of ten.
/// </summary>
internal sealed class HkrCheckDigit : IKassenzeichenCheckDigit
{
    private static readonly int[] Weights = [2, 4, 8, 7, 5, 1];

    public Kassenzeichen Complete(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length is >= 1 and < Kassenzeichen.MaxLength && number.All(char.IsAsciiDigit)
            ? Kassenzeichen.Parse($"{number}{CheckDigit(number)}")
            : throw new FormatException("A Kassenzeichen with the check digit of HKR begins with 1 to 29 digits.");
    }

    public bool IsValid(Kassenzeichen kassenzeichen)
    {
        var text = kassenzeichen.ToString();
        return text.Length > 0 && text.All(char.IsAsciiDigit) && text[^1] - '0' == CheckDigit(text.AsSpan(0, text.Length - 1));
    }

    private static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
            sum += DigitalRoot((digits[^(place + 1)] - '0') * Weights[place % Weights.Length]);
        return (10 - sum % 10) % 10;
    }

    private static int DigitalRoot(int number) => number == 0 ? 0 : (number - 1) % 9 + 1;
}
