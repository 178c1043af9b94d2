using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using BaseComponents.SecureMail.Internal;

namespace BaseComponents.SecureMail.Wire.WebKeys;

/// <summary>
/// Where a domain keeps the keys of its mailboxes (draft-koch-openpgp-webkey-service section 3.1): first at its own host for them (the advanced method), then at the domain
/// itself (the direct one).
/// </summary>
internal static class WebKeyAddress
{
    // z-base-32: the letters that are easiest to tell apart come most often.
    private const string Alphabet = "ybndrfg8ejkmcpqxot1uwisza345h769";

    /// <param name="address">A mailbox.</param>
    /// <param name="server">Where the settings say that the domain's host for keys stands; then nowhere else is looked.</param>
    public static IReadOnlyList<Uri> Of(string address, Uri? server = null)
    {
        var domain = MailAddressSyntax.DomainOf(address);
        var local = address[..address.IndexOf('@', StringComparison.Ordinal)];
        var key = $"hu/{Hash(local)}?l={Uri.EscapeDataString(local)}";
        var advanced = new Uri(server ?? new Uri($"https://{AdvancedHost(domain)}/"), $"/.well-known/openpgpkey/{domain}/{key}");
        return server is null ? [advanced, new Uri($"https://{domain}/.well-known/openpgpkey/{key}")] : [advanced];
    }

    public static string AdvancedHost(string domain) => "openpgpkey." + domain;

    /// <summary>The local part in lower case, hashed.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The draft names SHA-1; it spreads names here, and protects nothing.")]
    public static string Hash(string local) => ZBase32(SHA1.HashData(Encoding.UTF8.GetBytes(local.ToLowerInvariant())));

    private static string ZBase32(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length * 8 / 5);
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text.Append(Alphabet[(pair >> (11 - (bit % 8))) & 31]);
        }

        return text.ToString();
    }
}
