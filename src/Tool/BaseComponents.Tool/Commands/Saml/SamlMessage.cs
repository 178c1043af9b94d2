using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace BaseComponents.Tool.Commands.Saml;

/// <summary>A message out of whatever a developer copied: XML, a form value, an address with a query, compressed or not.</summary>
/// <param name="Xml">The XML.</param>
/// <param name="IsSignedInAddress">It came out of an address that carries the signature.</param>
internal sealed record SamlMessage(byte[] Xml, bool IsSignedInAddress)
{
    private const int Largest = 1024 * 1024;

    /// <summary>The message; null where the text holds none.</summary>
    public static SamlMessage? Find(string text)
    {
        text = text.Trim('\uFEFF', ' ', '\r', '\n', '\t');
        if (text.StartsWith('<'))
            return new SamlMessage(Encoding.UTF8.GetBytes(text), IsSignedInAddress: false);
        var fields = Fields(text);
        var value = fields.GetValueOrDefault("SAMLRequest") ?? fields.GetValueOrDefault("SAMLResponse") ?? Uri.UnescapeDataString(text);
        return Decode(value) is { } xml ? new SamlMessage(xml, fields.ContainsKey("Signature")) : null;
    }

    private static Dictionary<string, string> Fields(string text)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('#')[0].Split('&'))
            if (pair.Split('=', 2) is [var name, var value])
                found.TryAdd(name, Uri.UnescapeDataString(value));
        return found;
    }

    private static byte[]? Decode(string value)
    {
        var packed = Encoding.ASCII.GetBytes(string.Concat(value.Where(letter => !char.IsWhiteSpace(letter))));
        if (packed.Length > Largest * 2 || !Base64.IsValid(packed))
            return null;
        var bytes = Convert.FromBase64String(Encoding.ASCII.GetString(packed));
        return bytes is [(byte)'<', ..] ? bytes : Inflate(bytes);
    }

    // A few bytes can inflate to gigabytes: nothing is read beyond the limit.
    private static byte[]? Inflate(byte[] compressed)
    {
        using var inflated = new DeflateStream(new MemoryStream(compressed), CompressionMode.Decompress);
        var xml = new byte[Largest];
        try
        {
            var length = inflated.ReadAtLeast(xml, xml.Length, throwOnEndOfStream: false);
            return length > 0 && length < Largest && xml[0] == '<' ? xml[..length] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
