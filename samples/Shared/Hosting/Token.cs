using System.Buffers.Text;
using System.Security.Cryptography;

namespace MunicipalService.Hosting;

/// <summary>Random values for addresses and cookies.</summary>
public static class Token
{
    public static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));

    /// <summary>The bytes of a token of that length, or null for anything else.</summary>
    public static byte[]? Parse(string? text, int bytes)
    {
        if (text is null || text.Length != Base64Url.GetEncodedLength(bytes) || !Base64Url.IsValid(text))
            return null;
        return Base64Url.DecodeFromChars(text);
    }
}
