using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using BaseComponents.Authorities.Internal.Live;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Pvog;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>The calls of the service that are used, each through the cache.</summary>
internal sealed class PvogClient(PvogCalls calls, PvogCache cache, PvogOptions options, LiveReading reading)
{
    public async Task<IReadOnlyList<PvogPlace>> PlacesAsync(string text, CancellationToken cancellationToken) =>
        Present(await GetAsync(PvogRequest.Of("locations", options.Paths.Locations, ("q", text)), PvogJson.Default.ListPvogPlace, cancellationToken).ConfigureAwait(false));

    /// <summary>The identifier of the description of a service in an area; none where the service has no description there.</summary>
    public async Task<string?> DescriptionAsync(LeikaKey service, string area, DateOnly day, CancellationToken cancellationToken)
    {
        var request = PvogRequest.Of(
            "servicedescriptions",
            options.Paths.ServiceDescriptions,
            (options.Names.ServiceKeys, service.ToString()),
            ("ars", area),
            ("validDate", Text(day)),
            ("page", "0"),
            ("size", options.PageSize.ToString(CultureInfo.InvariantCulture)));
        var page = await GetAsync(request, PvogJson.Default.PvogDescriptionPage, cancellationToken).ConfigureAwait(false);
        return page?.Content?.Select(one => PvogId.Read(one?.Id)).FirstOrDefault(id => id is not null);
    }

    public async Task<IReadOnlyList<PvogUnitTitle>> UnitsAsync(string description, string area, CancellationToken cancellationToken) =>
        Present(await GetAsync(PvogRequest.Of("organisationunits/titles", options.Paths.UnitTitles, ("ars", area), ("lbId", description)), PvogJson.Default.ListPvogUnitTitle, cancellationToken).ConfigureAwait(false));

    /// <summary>All about a unit. Description and area are always said: without them the service calls every unit a mere contact.</summary>
    public Task<PvogUnit?> UnitAsync(string unit, string description, string area, DateOnly day, CancellationToken cancellationToken) =>
        GetAsync(PvogRequest.Of("organisationunits/detail", options.Paths.UnitDetail, ("q", unit), ("ars", area), ("lbId", description), ("validDate", Text(day))), PvogJson.Default.PvogUnit, cancellationToken, unit => unit.OnlyWith(Members));

    /// <summary>The services on the web, all pages up to the limit.</summary>
    public async Task<IReadOnlyList<PvogOnlineService>> OnlineServicesAsync(LeikaKey service, string area, CancellationToken cancellationToken)
    {
        var found = new List<PvogOnlineService>();
        string? token = null;
        for (var page = 0; page < options.MaxPages; page++)
        {
            (string, string)[] first = [("ars", area), (options.Names.ServiceKeys, service.ToString())];
            var request = PvogRequest.Of("onlineservices", options.Paths.OnlineServices, token is null ? first : [.. first, ("nextPageToken", token)]);
            var answer = await GetAsync(request, PvogJson.Default.PvogOnlinePage, cancellationToken).ConfigureAwait(false);
            found.AddRange(answer?.Onlineservices?.OfType<PvogOnlineService>() ?? []);
            // The same token again would be the same page again.
            if (answer?.NextPageToken is not { Length: > 0 and <= PvogId.Longest } next || next == token)
                break;
            token = next;
        }

        return found;
    }

    private string[] Members => [.. new[] { options.Names.Iban, options.Names.Bic, options.Names.AccountHolder, options.Names.Bank }.OfType<string>()];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<T> Present<T>(List<T>? list)
        where T : class => [.. (list ?? []).Where(one => one is not null)];

    private async Task<T?> GetAsync<T>(PvogRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken, Func<T, T>? cut = null)
        where T : class
    {
        async Task<T?> Ask(CancellationToken token) => await calls.GetAsync(request, type, token).ConfigureAwait(false) is { } answer ? cut?.Invoke(answer) ?? answer : null;

        var keeping = new PvogKeeping(options.CacheTime, options.StaleIfError, options.ShareCache);
        var kept = await cache.GetAsync(request.AddressBelow(options.BaseAddress!).AbsoluteUri, keeping, type, Ask, cancellationToken).ConfigureAwait(false);
        reading.Take(kept.At, kept.IsStale, kept.Failure);
        return kept.Value;
    }
}
