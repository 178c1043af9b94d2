using System.Globalization;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.Shared.Health;

namespace BaseComponents.SecureMail.Internal.Health;

/// <summary>How long the certificates in the settings of one sender last. Recipients are named by their place in the settings.</summary>
internal sealed class CertificatesLook(string name, Func<MailSettings> settings, TimeProvider clock)
{
    public Task LookAsync(HealthFindings all, CancellationToken cancellationToken)
    {
        var findings = all.For(name);
        return findings.GuardAsync(() =>
        {
            Look(findings);
            return Task.CompletedTask;
        });
    }

    private void Look(HealthFindings findings)
    {
        var (current, now) = (settings(), clock.GetUtcNow());
        try
        {
            var all = OwnCertificates.Of(current, now);
            foreach (var one in all.Where(static one => one.Role is not CertificateRole.Recipient))
                findings.CertificateEnd(Setting(one), one.NotAfter, now);
            Recipients(findings, [.. all.Where(static one => one.Role is CertificateRole.Recipient)], now);
            // Old keys are kept because they have ended: mail of those days must stay readable.
            findings.Ok("decryption-keys", "DecryptionKeys", $"{current.DecryptionCertificates.Count()} can be loaded.");
        }
        catch (SecureMailException exception)
        {
            findings.Fail(exception.Code, "Sender, DecryptionKeys", exception.Message, "Name a file or PEM text with certificate and key, and its password.");
        }

        foreach (var (index, anchor) in PemCertificates.Read(current.Options.TrustAnchorsPem).Index())
            findings.Certificate($"TrustAnchorsPem, certificate {index + 1}", anchor, now);
    }

    // There may be hundreds: those that are well are counted, the others named.
    private static void Recipients(HealthFindings findings, IReadOnlyList<CertificateLifetime> all, DateTimeOffset now)
    {
        var (ending, lasting) = (all.Where(one => now.EndsSoon(one.NotAfter)).ToArray(), all.Where(one => !now.EndsSoon(one.NotAfter)).ToArray());
        foreach (var one in ending)
            findings.CertificateEnd(Setting(one), one.NotAfter, now);
        if (lasting.Length > 0)
            findings.Ok("certificate", "Recipients", string.Create(CultureInfo.InvariantCulture, $"{lasting.Length} certificate(s) last; the first ends on {lasting.Min(static one => one.NotAfter):yyyy-MM-dd}."));
    }

    private static string Setting(CertificateLifetime one) => one.Role switch
    {
        CertificateRole.Signing => "Sender:Certificate",
        CertificateRole.EncryptionToSelf => "Sender:EncryptionCertificate",
        _ => $"Recipients:{one.Index}:CertificatePem",
    };
}
