using System.Security.Cryptography;
using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.Tests.Scale.Mail.Flaws;

/// <summary>Stores the message itself in place of what it was sealed into.</summary>
internal sealed class PlainWriter(IMailOutboxWriter inner) : IMailOutboxWriter
{
    private static readonly AsyncLocal<SecureMessage?> Open = new();

    /// <summary>What is being stored now.</summary>
    public static SecureMessage? Message
    {
        get => Open.Value;
        set => Open.Value = value;
    }

    public Task<IReadOnlyList<OutboxMail>> FindKeyAsync(string tenant, string keyHash, CancellationToken cancellationToken = default) => inner.FindKeyAsync(tenant, keyHash, cancellationToken);

    public Task<bool> TryAddAsync(IReadOnlyList<(OutboxMail Mail, byte[] Content)> mails, CancellationToken cancellationToken = default) =>
        inner.TryAddAsync([.. mails.Select(added => Plain(added.Mail))], cancellationToken);

    private static (OutboxMail Mail, byte[] Content) Plain(OutboxMail mail)
    {
        var content = Encoding.UTF8.GetBytes(
            $"From: antrag@stadt.example\r\nMessage-Id: <{mail.MessageId}>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
            $"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Message!.Text!))}\r\n");
        return (mail with { Size = content.Length, ContentHash = Convert.ToHexStringLower(SHA256.HashData(content)) }, content);
    }
}
