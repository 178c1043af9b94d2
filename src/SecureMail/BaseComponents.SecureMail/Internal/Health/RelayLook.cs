using System.Globalization;
using BaseComponents.SecureMail.Wire.Smtp;
using BaseComponents.Shared.Health;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace BaseComponents.SecureMail.Internal.Health;

/// <summary>Greets the mail server as a sending would. Nothing is sent, and nobody logs in who was not told to.</summary>
internal sealed class RelayLook(string name, Func<MailSettings> settings, bool logsIn, TimeProvider clock)
{
    public Task LookAsync(HealthFindings all, CancellationToken cancellationToken)
    {
        var findings = all.For(name);
        return findings.GuardAsync(() => RelayAsync(findings, settings(), cancellationToken));
    }

    private async Task RelayAsync(HealthFindings findings, MailSettings current, CancellationToken cancellationToken)
    {
        var smtp = current.Options.Smtp;
        using var client = new DirectSmtpClient(current, clock);
        var shown = new ShownCertificate(client);
        try
        {
            using var socket = await SmtpSocket.ConnectAsync(smtp, cancellationToken).ConfigureAwait(false);
            var tls = smtp.Security is SmtpSecurity.Implicit ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
            await client.ConnectAsync(socket, smtp.Host!, smtp.Port, tls, cancellationToken).ConfigureAwait(false);
            findings.Ok("relay", "Smtp:Host", "The mail server answers, with TLS and a certificate that is trusted.");
            shown.Look(findings, "certificate of Smtp:Host", clock.GetUtcNow());
            await LogInAsync(findings, smtp, client, cancellationToken).ConfigureAwait(false);
            Size(findings, current, client);
            await client.DisconnectAsync(quit: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (SmtpFailure.IsKnown(exception) && !cancellationToken.IsCancellationRequested)
        {
            Failed(findings, exception, shown);
        }
    }

    private async Task LogInAsync(HealthFindings findings, SmtpOptions smtp, SmtpClient client, CancellationToken cancellationToken)
    {
        if (smtp.User is not { Length: > 0 } user)
            findings.Skip("relay-log-in", "Smtp:User", "No user is set.");
        else if (!client.Capabilities.HasFlag(SmtpCapabilities.Authentication))
            findings.Fail("relay-no-log-in", "Smtp:User", "A user is set, and the mail server offers no log-in.", "Ask the operator whether this port takes one, or take the user out of the settings.");
        else if (!logsIn)
            findings.Ok("relay-log-in", "Smtp:User", "The mail server offers a log-in; whether it takes user and password was not tried.");
        else
            await TryLogInAsync(findings, user, smtp.Password ?? "", client, cancellationToken).ConfigureAwait(false);
    }

    private static async Task TryLogInAsync(HealthFindings findings, string user, string password, SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.AuthenticateAsync(user, password, cancellationToken).ConfigureAwait(false);
            findings.Ok("relay-log-in", "Smtp:User", "The mail server takes user and password.");
        }
        catch (Exception exception) when (exception is AuthenticationException or SaslException)
        {
            findings.Fail(SecureMailErrors.AuthenticationFailed, "Smtp:User", "The mail server does not take user and password.", "Compare Smtp:User and Smtp:Password with what the operator has given out; too many tries may lock the account.");
        }
    }

    private static void Size(HealthFindings findings, MailSettings current, SmtpClient client)
    {
        var most = client.Capabilities.HasFlag(SmtpCapabilities.Size) && client.MaxSize > 0 ? client.MaxSize : (long?)null;
        if (most is not { } bytes)
            findings.Skip("relay-size", "Limits:MaxMessageSize", "The mail server names no limit.");
        else if (bytes < current.Options.Limits.MaxMessageSize)
            findings.Warn("relay-size-small", "Limits:MaxMessageSize", string.Create(CultureInfo.InvariantCulture, $"The mail server takes {bytes} bytes, less than the settings allow."), "Set the limit to that, so that forms can tell citizens in time.");
        else
            findings.Ok("relay-size", "Limits:MaxMessageSize", string.Create(CultureInfo.InvariantCulture, $"The mail server takes {bytes} bytes."));
    }

    private void Failed(HealthFindings findings, Exception exception, ShownCertificate shown)
    {
        if (exception is SslHandshakeException)
            findings.Fail(SecureMailErrors.TlsUntrusted, "Smtp:TrustAnchorsPem", shown.Why(clock.GetUtcNow()), "Compare Smtp:Host and Smtp:TrustAnchorsPem with what the operator names; someone may be in between.");
        else if (exception is NotSupportedException)
            findings.Fail(SecureMailErrors.TlsMissing, "Smtp:Security", "The mail server offers no STARTTLS, and mail never goes without TLS.", "Check Smtp:Port and Smtp:Security with the operator; someone may be stripping TLS.");
        else
            findings.Fail(SecureMailErrors.ServerUnreachable, "Smtp:Host", $"The mail server does not answer as one ({exception.GetType().Name}).", "Look at Smtp:Host, Smtp:Port and the firewall.");
    }
}
