using System.Text;

namespace BaseComponents.Tests.Scale.Mail.Audit;

/// <summary>All ways in which a text may stand in bytes.</summary>
internal static class CanaryForms
{
    public static IReadOnlyList<byte[]> Of(string canary)
    {
        var octets = Encoding.UTF8.GetBytes(canary);
        // Without the letter that each encoding writes in its own way: what is left is seldom enough.
        var plain = canary[2..];
        byte[][] forms =
        [
            octets, Encoding.Latin1.GetBytes(canary), Encoding.Unicode.GetBytes(plain), Encoding.BigEndianUnicode.GetBytes(plain), Ascii(plain),
            Ascii(Escaped(octets, "=")), Ascii(Escaped(octets, "%")), Ascii(Convert.ToHexString(octets)), Ascii(Convert.ToHexStringLower(octets)),
        ];
        return [.. forms, .. Enumerable.Range(0, 3).Select(offset => Ascii(Base64(octets, offset)))];
    }

    // What comes before it moves the groups of three; the characters at both ends depend on the neighbours.
    private static string Base64(byte[] octets, int offset)
    {
        var moved = Convert.ToBase64String([.. new byte[offset], .. octets]);
        var end = (offset + octets.Length) / 3 * 4;
        return moved[(offset == 0 ? 0 : 4)..end];
    }

    private static string Escaped(byte[] octets, string sign) => string.Concat(octets.Select(octet => octet < 128 ? $"{(char)octet}" : $"{sign}{octet:X2}"));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
