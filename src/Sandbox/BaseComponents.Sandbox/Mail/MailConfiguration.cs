using System.Globalization;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Mail.Smtp;

namespace BaseComponents.Sandbox.Mail;

/// <summary>The settings a client needs: server, account, sender, recipients, anchors.</summary>
internal static class MailConfiguration
{
    private const string Section = "BaseComponents:SecureMail:";

    public static IEnumerable<KeyValuePair<string, string?>> Of(SandboxContext context, SmtpAccount account, MailboxKeys mailboxes)
    {
        var (keys, openPgp) = (mailboxes.Smime, mailboxes.OpenPgp.Find(SandboxMailboxes.Sender)!);
        var settings = new Dictionary<string, string?>
        {
            ["Environment"] = "Sandbox",
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = context.SmtpPort.ToString(CultureInfo.InvariantCulture),
            ["Smtp:Security"] = "StartTls",
            ["Smtp:User"] = account.User,
            ["Smtp:Password"] = account.Password,
            ["Smtp:TrustAnchorsPem"] = context.Authority.RootPem,
            ["Sender:Address"] = SandboxMailboxes.Sender,
            ["Sender:DisplayName"] = "Beispielstadt, Online-Dienste (Sandbox)",
            ["Sender:Certificate:Pem"] = keys.Sender.CertificatePem,
            ["Sender:Certificate:KeyPem"] = keys.Sender.KeyPem,
            ["DecryptionKeys:0:Pem"] = keys.Sender.CertificatePem,
            ["DecryptionKeys:0:KeyPem"] = keys.Sender.KeyPem,
            ["TrustAnchorsPem"] = context.Authority.RootPem,
            ["TimeStampAnchorsPem"] = context.Authority.RootPem,
            ["Revocation:TrustedHosts:0"] = "127.0.0.1",
            ["OpenPgp:SigningKey:Armored"] = openPgp.SecretKey,
            ["OpenPgp:DecryptionKeys:0:Armored"] = openPgp.SecretKey,
            ["OpenPgp:WebKeyDirectory:Domains:0:Domain"] = SandboxMailboxes.OpenPgp.Split('@')[1],
            ["OpenPgp:WebKeyDirectory:Domains:0:Server"] = context.HttpsAddress.AbsoluteUri,
            ["OpenPgp:WebKeyDirectory:Domains:0:TrustAnchorsPem"] = context.Authority.RootPem,
        };
        return settings.Concat(Recipients(keys)).Select(setting => KeyValuePair.Create(Section + setting.Key, setting.Value));
    }

    // The sender's own mailbox is among them, so that an application can write to itself.
    private static IEnumerable<KeyValuePair<string, string?>> Recipients(MailKeys keys) => keys.Certificates
        .Append(KeyValuePair.Create(SandboxMailboxes.Sender, keys.Sender.CertificatePem))
        .OrderBy(mailbox => mailbox.Key, StringComparer.Ordinal)
        .SelectMany((mailbox, index) => new[]
        {
            KeyValuePair.Create($"Recipients:{index}:Address", (string?)mailbox.Key),
            KeyValuePair.Create($"Recipients:{index}:CertificatePem", (string?)mailbox.Value),
        });
}
