using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>The caller's key is kept as a hash only, with its tenant: it may say whose case it is.</summary>
internal static class OutboxKey
{
    public static string HashOf(string tenant, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\0{key}")));

    public static string IdOf(string keyHash, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{keyHash[..32]}-{number}");
}
