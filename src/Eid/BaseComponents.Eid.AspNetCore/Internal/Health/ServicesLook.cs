using BaseComponents.Eid.AspNetCore.Internal.EidServer;
using BaseComponents.Eid.AspNetCore.Internal.Saml;
using BaseComponents.Shared.Health;

namespace BaseComponents.Eid.AspNetCore.Internal.Health;

/// <summary>What the services behind all log-ins say now. No log-in is begun.</summary>
internal sealed class ServicesLook(
    IEnumerable<SamlTenant> saml, IEnumerable<EidServerTenant> cards, IEnumerable<EidBrokerTenant> brokers, IServiceProvider services, IHttpClientFactory clients, TimeProvider clock)
{
    public async Task LookAsync(HealthFindings findings, CancellationToken cancellationToken)
    {
        foreach (var tenant in saml)
            await findings.For(tenant.Scheme).GuardAsync(() => MetadataLook.LookAsync(findings.For(tenant.Scheme), tenant.Options(), clock, cancellationToken)).ConfigureAwait(false);
        foreach (var tenant in cards)
            await findings.For(tenant.Scheme).GuardAsync(() => CardAsync(findings.For(tenant.Scheme), tenant, cancellationToken)).ConfigureAwait(false);
        foreach (var tenant in brokers)
            await findings.For(tenant.Scheme).GuardAsync(() => BrokerLook.LookAsync(findings.For(tenant.Scheme), tenant.Options(), clock, cancellationToken)).ConfigureAwait(false);
    }

    private async Task CardAsync(HealthFindings findings, EidServerTenant tenant, CancellationToken cancellationToken)
    {
        var options = tenant.Options();
        using var client = clients.CreateClient(CurrentEidServerClient.HttpName(tenant.Scheme));
        client.Timeout = options.RequestTimeout;
        await findings.ServiceAsync(client, "Address", options.Address!, clock, cancellationToken).ConfigureAwait(false);
        var states = (EidServerStates)services.GetService(typeof(EidServerStates))!;
        Rights(findings, await states.CheckAsync(tenant.Scheme, cancellationToken).ConfigureAwait(false));
        await ServedCertificate.LookAsync(findings, options, cancellationToken).ConfigureAwait(false);
    }

    private static void Rights(HealthFindings findings, EidServerState state)
    {
        if (state.Status is EidServerStatus.Usable)
            findings.Ok("rights", "RequiredAttributes, OptionalAttributes", "The authorisation certificate allows what is asked for.");
        else if (state.Status is EidServerStatus.RightsMissing)
            findings.Fail("rights-missing", "RequiredAttributes, OptionalAttributes", $"The authorisation certificate does not allow: {string.Join(", ", state.MissingRights)}.", "Ask for less, or have the certificate extended: until then every log-in fails.");
        else
            findings.Fail("eid-server-unusable", "Address", $"The eID-Server does not answer as it should ({state.FaultCode}).", $"See docs/errors.md#{state.FaultCode}");
    }
}
