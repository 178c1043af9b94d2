using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>What every session needs.</summary>
internal sealed record SmtpBackEnd(MailStore Store, SmtpAccount Account, X509Certificate2 Certificate, SandboxFaults Faults);
