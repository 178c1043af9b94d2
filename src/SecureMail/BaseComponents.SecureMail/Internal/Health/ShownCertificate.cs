using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared.Health;
using MailKit;

namespace BaseComponents.SecureMail.Internal.Health;

/// <summary>The certificate that a mail server shows, kept beside the judgement of it.</summary>
internal sealed class ShownCertificate
{
    /// <summary>When it ends; null where none was shown.</summary>
    public DateTimeOffset? End { get; private set; }

    /// <summary>Judges as before, and looks at the end.</summary>
    public ShownCertificate(IMailService client) => client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
    {
        End = certificate is X509Certificate2 shown ? shown.NotAfter.ToUniversalTime() : End;
        return errors is SslPolicyErrors.None;
    };

    /// <summary>Why it is not trusted, as far as its end says.</summary>
    public string Why(DateTimeOffset now) => End < now ? $"The certificate of the server ended on {End:yyyy-MM-dd}." : "The certificate of the server is not trusted, or is for another name.";

    public void Look(HealthFindings findings, string subject, DateTimeOffset now)
    {
        if (End is { } end)
            findings.CertificateEnd(subject, end, now);
    }
}
