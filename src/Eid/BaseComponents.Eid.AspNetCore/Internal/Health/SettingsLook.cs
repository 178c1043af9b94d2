using BaseComponents.Eid.AspNetCore.Internal.Broker;
using BaseComponents.Eid.AspNetCore.Internal.EidServer;
using BaseComponents.Eid.AspNetCore.Internal.Saml;
using BaseComponents.Eid.Saml;
using BaseComponents.Shared.Health;

namespace BaseComponents.Eid.AspNetCore.Internal.Health;

/// <summary>What the settings of all log-ins say without any network: certificates, and requests that would be refused.</summary>
internal sealed class SettingsLook(IEnumerable<SamlTenant> saml, IEnumerable<EidServerTenant> cards, IEnumerable<EidBrokerTenant> brokers, TimeProvider clock)
{
    public async Task LookAsync(HealthFindings findings, CancellationToken cancellationToken)
    {
        foreach (var tenant in saml)
            await LookAsync(findings.For(tenant.Scheme), () => Saml(findings.For(tenant.Scheme), tenant.Scheme, tenant.Options())).ConfigureAwait(false);
        foreach (var tenant in cards)
            await LookAsync(findings.For(tenant.Scheme), () => Card(findings.For(tenant.Scheme), tenant.Options())).ConfigureAwait(false);
        foreach (var tenant in brokers)
            await LookAsync(findings.For(tenant.Scheme), () => Broker(findings.For(tenant.Scheme), tenant.Options())).ConfigureAwait(false);
    }

    private static Task LookAsync(HealthFindings findings, Action look) => findings.GuardAsync(() =>
    {
        look();
        return Task.CompletedTask;
    });

    private void Saml(HealthFindings findings, string scheme, EidSamlOptions options)
    {
        var now = clock.GetUtcNow();
        findings.Certificate("SigningCertificate", SamlConfiguration.Load(options.SigningCertificate), now);
        foreach (var (index, certificate) in options.DecryptionCertificates.Index())
            findings.Certificate($"DecryptionCertificates:{index}", SamlConfiguration.Load(certificate), now);
        foreach (var (index, certificate) in SamlConfiguration.IdentityProvider(options.IdentityProvider, clock).SigningCertificates.Index())
            findings.Certificate($"IdentityProvider, certificate {index + 1}", certificate, now);
        Requests(findings, options, options is BundIdOptions bundId ? BundIdSettings.Findings(scheme, bundId) : UnternehmenskontoSettings.Findings(scheme, (UnternehmenskontoOptions)options));
    }

    private static void Requests(HealthFindings findings, EidSamlOptions options, IReadOnlyList<SamlFinding> found)
    {
        var open = found.Where(finding => !options.AcceptedWarnings.Contains(finding.Code)).ToArray();
        foreach (var finding in open)
            findings.Warn(finding.Code, "requests and metadata", finding.Message, "Mend it, or name the code in AcceptedWarnings where it is meant so.");
        if (open.Length == 0)
            findings.Ok("requests", "requests and metadata", "Nothing that the identity provider would refuse.");
    }

    private void Card(HealthFindings findings, EidServerOptions options)
    {
        var now = clock.GetUtcNow();
        findings.Certificate("TlsCertificate", EidServerSettings.Source(options.TlsCertificate).Get(), now);
        findings.Certificate("SigningCertificate", EidServerSettings.Source(options.SigningCertificate).Get(), now);
        foreach (var (index, certificate) in EidServerSettings.ServerCertificates(options.ServerCertificatesPem).Index())
            findings.Certificate($"ServerCertificatesPem, certificate {index + 1}", certificate, now);
    }

    private void Broker(HealthFindings findings, EidBrokerOptions options)
    {
        findings.Ok("settings", options.ClientId!, "The settings are complete.");
        var keys = new BrokerKeys(options.Client);
        foreach (var (index, key) in keys.Signing.Index())
            findings.Certificate($"Client:SigningCertificates:{index}", key.Certificate, clock.GetUtcNow());
        foreach (var (index, key) in keys.Decrypting.Index())
            findings.Certificate($"Client:DecryptionCertificates:{index}", key.Certificate, clock.GetUtcNow());
    }
}
