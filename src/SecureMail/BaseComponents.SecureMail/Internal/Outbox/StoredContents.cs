using System.Security.Cryptography;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Between the bytes that cross the wire and those that lie in the store. The hash is of the former.</summary>
internal static class StoredContents
{
    public static OutboxProtection ProtectionOf(MailProtection protection) =>
        protection.IsEncrypted ? OutboxProtection.Encrypted : protection == MailProtection.ByGateway ? OutboxProtection.ByGateway : OutboxProtection.Plain;

    public static byte[] ToStore(byte[] mail, MailProtection protection, MailSettings settings) => protection.IsEncrypted ? mail : settings.StorageKeys.Seal(mail);

    /// <exception cref="SecureMailException">It is missing, changed, or cannot be opened.</exception>
    public static async Task<byte[]> ReadAsync(OutboxMail mail, IMailOutboxStore store, MailSettings settings, CancellationToken cancellationToken)
    {
        var content = await store.ReadContentAsync(mail.Tenant, mail.Id, cancellationToken).ConfigureAwait(false) ?? throw Fault.StoredDamaged(mail.MessageId);
        var bytes = mail.Protection is OutboxProtection.Encrypted ? content : settings.StorageKeys.Open(content);
        return HashOf(bytes) == mail.ContentHash ? bytes : throw Fault.StoredDamaged(mail.MessageId);
    }

    public static string HashOf(byte[] mail) => Convert.ToHexStringLower(SHA256.HashData(mail));
}
