using CsCheck;

namespace BaseComponents.Tests.Payments.Transfers;

/// <summary>Input as nobody would write it, and mistakes as people make them.</summary>
internal static class Nasty
{
    /// <summary>Texts of accents, pairs, halves of pairs, joined pictures, line breaks and marks of direction.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.String,
        OneOf(
            "a", "Z", "7", " ", "  ", "-", "/", "ä", "Ü", "ß", "ẞ", "a\u0308", "e\u0301\u0323", "\u0308", "\u20dd", "🐕", "👩‍👩‍👧", "🇩🇪", "\ud83d", "\udc15", "\r\n", "\t", "\0", "\u007f", "\u200f", "\u00ad",
            "\ufeff", "ł", "œ", "½", "№", "ﬁ", "Ж", "漢", "€", "&", "…", "„", "\u2028", "\ufffd", "\uffff", "Hund ").Array[0, 60].Select(string.Concat));

    /// <summary>One of the values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>A text with one of its signs exchanged for another of its kind: a digit for a digit, a capital for a capital.</summary>
    public static Gen<(string Right, string Wrong)> WithOneWrongSign(Gen<string> right) => Gen.Select(right, Gen.Int[0, 999], Gen.Int[1, 25]).Select((text, place, step) =>
    {
        var signs = text.ToCharArray();
        ref var sign = ref signs[place % signs.Length];
        sign = char.IsAsciiDigit(sign) ? (char)('0' + (sign - '0' + 1 + step % 9) % 10) : (char)('A' + (sign - 'A' + step) % 26);
        return (text, new string(signs));
    });

    /// <summary>A text with two different neighbours of one kind exchanged.</summary>
    public static Gen<(string Right, string Wrong)> WithNeighboursExchanged(Gen<string> right) => Gen.Select(right, Gen.Int[0, 999]).Select((text, place) =>
    {
        var signs = text.ToCharArray();
        var first = place % (signs.Length - 1);
        (signs[first], signs[first + 1]) = (signs[first + 1], signs[first]);
        return (text, new string(signs));
    }).Where(pair => pair.text != pair.Item2 && Kinds(pair.text) == Kinds(pair.Item2)).Select(pair => (pair.text, pair.Item2));

    /// <summary>A text that was right once, with a few signs of anything put in, taken out or exchanged.</summary>
    public static Gen<string> Damaged(Gen<string> right) => Gen.Select(right, Gen.Int[0, 999], Gen.Int[0, 3], Text).Select((text, place, length, put) =>
    {
        var start = place % (text.Length + 1);
        return text[..start] + put + text[Math.Min(text.Length, start + length)..];
    });

    private static string Kinds(string text) => string.Concat(text.Select(sign => char.IsAsciiDigit(sign) ? '0' : 'A'));
}
