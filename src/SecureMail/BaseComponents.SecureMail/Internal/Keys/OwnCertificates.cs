using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>How long the certificates in the settings last.</summary>
internal sealed class OwnCertificates(MailSettingsSource settings, TimeProvider clock) : ISecureMailCertificates
{
    public IReadOnlyList<CertificateLifetime> Check() => Of(settings.Current, clock.GetUtcNow());

    public static IReadOnlyList<CertificateLifetime> Of(MailSettings settings, DateTimeOffset now)
    {
        var all = new List<(CertificateRole Role, int Index, X509Certificate2 Certificate)>();
        if (settings.HasSenderCertificate)
            all.Add((CertificateRole.Signing, 0, settings.SenderCertificate));
        if (settings.HasSenderCertificate && settings.Options.Sender.EncryptToSelf)
            all.Add((CertificateRole.EncryptionToSelf, 0, settings.OwnEncryptionCertificate));
        // Who has an OpenPGP key only has no certificate.
        all.AddRange(settings.Options.Recipients.Index().Where(recipient => !string.IsNullOrWhiteSpace(recipient.Item.CertificatePem)).Select(recipient => (CertificateRole.Recipient, recipient.Index, PemCertificates.Read(recipient.Item.CertificatePem)[0])));
        CertificateLifetime[] lifetimes = [.. all.Select(one => Describe(one.Role, one.Index, one.Certificate, settings.Options.WarnBeforeExpiry, now))];
        // One series for each role: recipients can be hundreds, and the finding names the one.
        foreach (var role in lifetimes.GroupBy(static lifetime => lifetime.Role))
            Telemetry.DaysLeft(role.Key, role.Min(static lifetime => lifetime.Left).TotalDays);
        return lifetimes;
    }

    private static CertificateLifetime Describe(CertificateRole role, int index, X509Certificate2 certificate, TimeSpan warning, DateTimeOffset now)
    {
        DateTimeOffset end = certificate.NotAfter.ToUniversalTime();
        return new CertificateLifetime
        {
            Role = role,
            Index = index,
            Thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256),
            NotAfter = end,
            Left = end - now,
            EndsSoon = end - now <= warning,
        };
    }
}
