using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Gateway;

/// <summary>A sender whose mail goes to a recording relay. TLS is judged by the platform's clock as well, so the laboratory's clock shows the same time.</summary>
public sealed class RelayLab : IDisposable
{
    public const string Citizen = "buergerin@web.example";
    public const string Council = "rat@stadt.example";
    public const string Canary = "Kanarienvogel4711";

    public RelayLab()
    {
        Lab = new MailLab(TimeProvider.System.GetUtcNow());
        CouncilKey = Lab.Authority.Issue(Council);
    }

    public MailLab Lab { get; }

    public ThrowAwayMailKey CouncilKey { get; }

    internal ServiceProvider Services(RecordingServer server, Action<SecureMailOptions>? change = null) => Lab.Services(options =>
    {
        (options.Smtp.Port, options.Smtp.TrustAnchorsPem, options.Smtp.Timeout) = (server.Port, server.RootPem, TimeSpan.FromSeconds(20));
        options.Recipients = [Lab.OfficeKey.ToRecipient(), CouncilKey.ToRecipient()];
        change?.Invoke(options);
    });

    internal async Task<MailReceipt> SendAsync(RecordingServer server, SecureMessage message, Action<SecureMailOptions>? change = null)
    {
        await using var services = Services(server, change);
        return await services.GetRequiredService<ISecureMailClient>().SendAsync(message);
    }

    internal async Task<SecureMailException> FaultAsync(RecordingServer server, SecureMessage message, Action<SecureMailOptions>? change = null)
    {
        var sending = () => SendAsync(server, message, change);
        return (await sending.Should().ThrowAsync<SecureMailException>()).Which;
    }

    public void Dispose() => Lab.Dispose();
}
