using System.Globalization;
using System.Text.Json;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Mail.Smtp;

namespace BaseComponents.Sandbox.Mail;

/// <summary>
/// Writes <c>settings.json</c> beside the mails of each mailbox: what a program of that office needs to read them and to answer applications, in the form of an appsettings file. The keys of the Sandbox stand in
/// it, for the eyes of whoever runs it.
/// </summary>
internal sealed class OfficeSettings(SandboxContext context, SmtpAccount account, MailKeys keys)
{
    private static readonly JsonSerializerOptions _form = new() { WriteIndented = true };

    public void Write(MailDrop drop)
    {
        foreach (var (mailbox, folder) in drop.Folders)
        {
            var draft = Path.Combine(folder, "tmp", Guid.NewGuid().ToString("N"));
            using (var file = PrivateFiles.Create(draft))
                JsonSerializer.Serialize(file, new { BaseComponents = new { SecureMail = Of(mailbox, folder) } }, _form);
            File.Move(draft, Path.Combine(folder, "settings.json"), overwrite: true);
        }
    }

    private object Of(string mailbox, string folder)
    {
        var own = new { keys.Find(mailbox)!.CertificatePem, keys.Find(mailbox)!.KeyPem };
        return new
        {
            Environment = "Sandbox",
            Smtp = new
            {
                Host = "127.0.0.1",
                Port = context.SmtpPort.ToString(CultureInfo.InvariantCulture),
                Security = "StartTls",
                account.User,
                account.Password,
                TrustAnchorsPem = context.Authority.RootPem,
            },
            Sender = new { Address = mailbox, Certificate = new { Pem = own.CertificatePem, own.KeyPem } },
            DecryptionKeys = new[] { new { Pem = own.CertificatePem, own.KeyPem } },
            TrustAnchorsPem = context.Authority.RootPem,
            TimeStampAnchorsPem = context.Authority.RootPem,
            Revocation = new { TrustedHosts = new[] { "127.0.0.1" } },
            Recipients = new[] { new { Address = SandboxMailboxes.Sender, keys.Sender.CertificatePem } },
            Mailbox = new { FileDrop = new { Path = folder } },
        };
    }
}
