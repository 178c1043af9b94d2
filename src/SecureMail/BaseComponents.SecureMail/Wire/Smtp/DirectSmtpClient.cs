using BaseComponents.SecureMail.Internal;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>For a mail that is sent at once: all recipients or none, and the Message-ID as ENVID.</summary>
internal sealed class DirectSmtpClient(MailSettings settings, TimeProvider clock) : VerifiedSmtpClient(settings, clock);
