using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.Sandbox.Mail.OpenPgp;

/// <summary>The name of a mailbox in a Web Key Directory (draft-koch-openpgp-webkey-service section 3.1): z-base-32 of SHA-1 over the local part in lower case.</summary>
internal static class WebKeyHash
{
    private const string Letters = "ybndrfg8ejkmcpqxot1uwisza345h769";

    [SuppressMessage("Security", "CA5350", Justification = "The draft names SHA-1; it spreads names here, and protects nothing.")]
    public static string Of(string address)
    {
        var hash = SHA1.HashData(Encoding.UTF8.GetBytes(address.Split('@')[0].ToLowerInvariant()));
        var bits = string.Concat(hash.Select(octet => octet.ToString("B8", System.Globalization.CultureInfo.InvariantCulture)));
        return string.Concat(bits.Chunk(5).Select(five => Letters[Convert.ToInt32(new string(five), 2)]));
    }
}
