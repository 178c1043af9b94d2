using System.Diagnostics.CodeAnalysis;
using BaseComponents.Authorities.Internal.Live;
using BaseComponents.Authorities.Pvog;
using BaseComponents.Authorities.Routing;
using BaseComponents.Shared;
using BaseComponents.Shared.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal.Health;

/// <summary>Whether what a directory asks or reads over the network answers.</summary>
internal sealed class SourcesLook(string name, IServiceProvider services)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    public async Task LookAsync(HealthFindings all, CancellationToken cancellationToken)
    {
        var findings = all.For(name);
        await findings.GuardAsync(() => DeliveriesAsync(findings, Options<AuthoritiesOptions>(), cancellationToken)).ConfigureAwait(false);
        // Whether there are any is asked within: making them reads the settings.
        await findings.GuardAsync(() => services.GetKeyedService<ILiveSource>(name) is null ? Task.CompletedTask : PvogAsync(findings, Options<PvogOptions>(), cancellationToken)).ConfigureAwait(false);
        await findings.GuardAsync(() => services.GetKeyedService<IDestinationRouter>(name) is null ? Task.CompletedTask : RoutingAsync(findings, Options<RoutingOptions>(), cancellationToken)).ConfigureAwait(false);
    }

    private Task PvogAsync(HealthFindings findings, PvogOptions options, CancellationToken cancellationToken) =>
        ServiceAsync(findings, "Pvog:BaseAddress", options.BaseAddress, options.TrustAnchorsPem, options.Proxy, cancellationToken);

    private Task RoutingAsync(HealthFindings findings, RoutingOptions options, CancellationToken cancellationToken) =>
        ServiceAsync(findings, "Routing:BaseAddress", options.BaseAddress, options.TrustAnchorsPem, options.Proxy, cancellationToken);

    private async Task DeliveriesAsync(HealthFindings findings, AuthoritiesOptions options, CancellationToken cancellationToken)
    {
        // With a snapshot the deliveries are its maker's business.
        var sources = options.Snapshot.Path is { Length: > 0 } ? [] : options.Deliveries.Append(options.RegionList).Concat(options.AdditionalRegionLists);
        foreach (var address in sources.Select(static source => Uri.TryCreate(source, UriKind.Absolute, out var found) && found.Scheme == Uri.UriSchemeHttps ? found : null).OfType<Uri>().DistinctBy(static address => address.Authority))
            await ServiceAsync(findings, "Deliveries, RegionList", address, options.TrustAnchorsPem, options.Proxy, cancellationToken).ConfigureAwait(false);
    }

    private async Task ServiceAsync(HealthFindings findings, string setting, Uri? address, string? anchors, Uri? proxy, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(HttpDefaults.CreateHandler(new HttpBackEnd { TrustAnchors = HttpDefaults.TrustAnchors(anchors), Proxy = proxy })) { Timeout = LongestWait };
        await findings.ServiceAsync(client, setting, address!, services.GetRequiredService<TimeProvider>(), cancellationToken).ConfigureAwait(false);
    }

    private T Options<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>() => services.GetRequiredService<IOptionsMonitor<T>>().Get(name);
}
