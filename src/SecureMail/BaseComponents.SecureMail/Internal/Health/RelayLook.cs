using System.Globalization;
using BaseComponents.SecureMail.Wire.Smtp;
using BaseComponents.Shared.Health;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace BaseComponents.SecureMail.Internal.Health;

/// <summary>Greets the mail server as a sending would, and looks into the directories of certificates. Nothing is sent, and nobody logs in.</summary>
internal sealed class RelayLook(string name, Func<MailSettings> settings, IReadOnlyList<IRecipientCertificateSource> sources, TimeProvider clock)
{
    public Task LookAsync(HealthFindings all, CancellationToken cancellationToken)
    {
        var findings = all.For(name);
        return findings.GuardAsync(async () =>
        {
            var current = settings();
            await RelayAsync(findings, current, cancellationToken).ConfigureAwait(false);
            foreach (var (index, source) in sources.Index())
                await DirectoryAsync(findings, $"directory {index + 1}", source, current.SenderAddress, cancellationToken).ConfigureAwait(false);
        });
    }

    private async Task RelayAsync(HealthFindings findings, MailSettings current, CancellationToken cancellationToken)
    {
        var smtp = current.Options.Smtp;
        try
        {
            using var client = new DirectSmtpClient(current, clock);
            using var socket = await SmtpSocket.ConnectAsync(smtp, cancellationToken).ConfigureAwait(false);
            var tls = smtp.Security is SmtpSecurity.Implicit ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
            await client.ConnectAsync(socket, smtp.Host!, smtp.Port, tls, cancellationToken).ConfigureAwait(false);
            findings.Ok("relay", "Smtp:Host", "The mail server answers, with TLS and a certificate that is trusted.");
            Offers(findings, current, client);
            await client.DisconnectAsync(quit: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (SmtpFailure.IsKnown(exception) && !cancellationToken.IsCancellationRequested)
        {
            Failed(findings, exception);
        }
    }

    private static void Offers(HealthFindings findings, MailSettings current, SmtpClient client)
    {
        if (current.Options.Smtp.User is not { Length: > 0 })
            findings.Skip("relay-log-in", "Smtp:User", "No user is set.");
        else if (client.Capabilities.HasFlag(SmtpCapabilities.Authentication))
            findings.Ok("relay-log-in", "Smtp:User", "The mail server offers a log-in.");
        else
            findings.Fail("relay-no-log-in", "Smtp:User", "A user is set, and the mail server offers no log-in.", "Ask the operator whether this port takes one, or take the user out of the settings.");

        var most = client.Capabilities.HasFlag(SmtpCapabilities.Size) && client.MaxSize > 0 ? client.MaxSize : (long?)null;
        if (most is not { } bytes)
            findings.Skip("relay-size", "Limits:MaxMessageSize", "The mail server names no limit.");
        else if (bytes < current.Options.Limits.MaxMessageSize)
            findings.Warn("relay-size-small", "Limits:MaxMessageSize", string.Create(CultureInfo.InvariantCulture, $"The mail server takes {bytes} bytes, less than the settings allow."), "Set the limit to that, so that forms can tell citizens in time.");
        else
            findings.Ok("relay-size", "Limits:MaxMessageSize", string.Create(CultureInfo.InvariantCulture, $"The mail server takes {bytes} bytes."));
    }

    private static void Failed(HealthFindings findings, Exception exception)
    {
        if (exception is SslHandshakeException)
            findings.Fail(SecureMailErrors.TlsUntrusted, "Smtp:TrustAnchorsPem", "The certificate of the mail server is not trusted, has ended, or is for another name.", "Compare Smtp:Host and Smtp:TrustAnchorsPem with what the operator names; someone may be in between.");
        else if (exception is NotSupportedException)
            findings.Fail(SecureMailErrors.TlsMissing, "Smtp:Security", "The mail server offers no STARTTLS, and mail never goes without TLS.", "Check Smtp:Port and Smtp:Security with the operator; someone may be stripping TLS.");
        else
            findings.Fail(SecureMailErrors.ServerUnreachable, "Smtp:Host", $"The mail server does not answer as one ({exception.GetType().Name}).", "Look at Smtp:Host, Smtp:Port and the firewall.");
    }

    // Asked for ourselves: whether it answers counts, not what.
    private static async Task DirectoryAsync(HealthFindings findings, string subject, IRecipientCertificateSource source, string address, CancellationToken cancellationToken)
    {
        try
        {
            var found = await source.FindAsync(address, cancellationToken).ConfigureAwait(false);
            findings.Ok("key-directory", subject, $"It answers, with {found.Count} certificate(s) for the sender's own address.");
        }
        catch (SecureMailException exception)
        {
            findings.Fail("key-directory-unusable", subject, exception.Message, $"See docs/errors.md#{exception.Code}. Until it answers, mail to recipients who are not pinned is refused.");
        }
    }
}
