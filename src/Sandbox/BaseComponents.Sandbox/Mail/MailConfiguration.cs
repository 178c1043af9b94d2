using System.Globalization;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Mail.Gateway;
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
        return settings.Concat(Gateway).Concat(Recipients(keys)).Select(setting => KeyValuePair.Create(Section + setting.Key, setting.Value));
    }

    // A message must ask for the gateway as well, so that nothing goes there by this alone.
    private static Dictionary<string, string?> Gateway { get; } = new()
    {
        ["Policy"] = "GatewayFallback",
        ["Gateway:EncryptsOrRefuses"] = "true",
        ["Gateway:ByGateway:SubjectTag"] = GatewayWords.EncryptTag,
        ["Gateway:ByGateway:Headers:0:Name"] = GatewayWords.EncryptHeader,
        ["Gateway:ByGateway:Headers:0:Value"] = GatewayWords.Yes,
        ["Gateway:Plain:Headers:0:Name"] = GatewayWords.PlainHeader,
        ["Gateway:Plain:Headers:0:Value"] = GatewayWords.Yes,
        ["Gateway:ControlWords:0"] = GatewayWords.PlainTag,
        ["Gateway:RefusedFileEndings:0"] = GatewayWords.RefusedFileEndings[0],
        ["Gateway:RefusedFileEndings:1"] = GatewayWords.RefusedFileEndings[1],
        ["Gateway:Incoming:MailboxServer"] = GatewayWords.MailboxServer,
        ["Gateway:Incoming:GatewayServer"] = GatewayWords.Server,
        ["Gateway:Incoming:GatewayAddresses:0"] = GatewayWords.Address,
        ["Gateway:Incoming:Marks:0:Header"] = GatewayWords.MarkHeader,
        ["Gateway:Incoming:Marks:0:Value"] = GatewayWords.Decrypted,
        ["Gateway:Incoming:Marks:0:Meaning"] = "Decrypted",
        ["Gateway:Incoming:Marks:1:Header"] = GatewayWords.MarkHeader,
        ["Gateway:Incoming:Marks:1:Value"] = GatewayWords.SignatureGood,
        ["Gateway:Incoming:Marks:1:Meaning"] = "SignatureGood",
        ["Gateway:Incoming:Marks:2:Header"] = GatewayWords.MarkHeader,
        ["Gateway:Incoming:Marks:2:Value"] = GatewayWords.SignatureBad,
        ["Gateway:Incoming:Marks:2:Meaning"] = "SignatureBad",
    };

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
