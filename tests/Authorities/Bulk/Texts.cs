using System.Globalization;
using System.Text;

namespace BaseComponents.Tests.Authorities.Bulk;

/// <summary>Texts by chance, and the many ways to write them in JSON.</summary>
internal static class Texts
{
    private static readonly int[] Usual = ['a', 'Z', ' ', '<', '>', '&', '"', '\\', '/', '\n', '\t', 'ä', 'ß', 'ẞ', '€', 0x1F600, 0x10FFFF, 0xFFFD, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000];

    public static string Any(Random random, int length)
    {
        var text = new StringBuilder();
        for (var number = 0; number < length; number++)
            text.Append(new Rune(random.Next(3) > 0 ? Usual[random.Next(Usual.Length)] : Scalar(random)).ToString());
        return text.ToString();
    }

    /// <summary>Each character as it is, where that may be, by its short escape, or by its number.</summary>
    public static string Escaped(Random random, string text)
    {
        var json = new StringBuilder();
        for (var place = 0; place < text.Length; place++)
        {
            var sign = text[place];
            var isHalf = char.IsSurrogate(sign);
            if (!isHalf && random.Next(4) == 0)
                json.Append(CultureInfo.InvariantCulture, $"\\u{(random.Next(2) == 0 ? ((int)sign).ToString("x4", CultureInfo.InvariantCulture) : ((int)sign).ToString("X4", CultureInfo.InvariantCulture))}");
            else if (isHalf && random.Next(2) == 0)
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}\\u{(int)text[++place]:X4}");
            else if (isHalf)
                json.Append(sign).Append(text[++place]);
            else
                json.Append(Short(sign, random));
        }

        return json.ToString();
    }

    private static string Short(char sign, Random random) => sign switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '/' when random.Next(2) == 0 => "\\/",
        < ' ' => $"\\u{(int)sign:x4}",
        _ => sign.ToString(),
    };

    private static int Scalar(Random random)
    {
        var value = random.Next(0x110000 - 0x800);
        return value < 0xD800 ? value : value + 0x800;
    }
}
