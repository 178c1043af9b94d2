using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Internal.Pki;
using BaseComponents.Sandbox.Mail.Gateway;
using BaseComponents.Sandbox.Mail.Reports;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>What every session needs.</summary>
internal sealed record SmtpBackEnd(MailStore Store, SmtpAccount Account, SandboxAuthority Authority, SandboxFaults Faults, OutgoingGateway Gateway, ReportOffice Reports)
{
    /// <summary>The server's certificate, or by a fault one that has expired.</summary>
    public X509Certificate2 Certificate => Faults.Take(MailFaults.TlsExpired) is null
        ? Authority.ServerCertificate
        : Authority.LoadOrIssue("server-expired", CertificateShape.Server("127.0.0.1") with { ValidFrom = TimeSpan.FromDays(-60), ValidFor = TimeSpan.FromDays(59) });
}
