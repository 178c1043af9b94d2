using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>The texts that stand deflated and in base64 within a text, as a request over SAML does in an address.</summary>
internal static partial class Deflated
{
    private const int Longest = 1024 * 1024;

    public static IEnumerable<string> TextsIn(string text) => text.Length > Longest
        ? []
        : Encoded().Matches(Uri.UnescapeDataString(text)).Select(found => Inflate(found.Value)).Where(inflated => inflated.Length > 0);

    private static string Inflate(string encoded)
    {
        var letters = encoded.Replace('-', '+').Replace('_', '/');
        try
        {
            using var deflated = new DeflateStream(new MemoryStream(Convert.FromBase64String(letters.PadRight((letters.Length + 3) / 4 * 4, '='))), CompressionMode.Decompress);
            using var text = new MemoryStream();
            deflated.CopyTo(text);
            return Encoding.UTF8.GetString(text.ToArray());
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            return "";
        }
    }

    [GeneratedRegex("[A-Za-z0-9+/_-]{24,}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Encoded();
}
