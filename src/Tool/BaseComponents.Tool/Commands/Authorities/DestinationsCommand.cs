using System.CommandLine;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary><c>basecomponents authorities destinations</c>: where applications go over FIT-Connect, and whether the signatures hold.</summary>
internal static class DestinationsCommand
{
    public static Command Create()
    {
        var service = new Argument<string>("service") { Description = "Key of the service: 14 digits." };
        var place = new Argument<string>("place") { Description = "Region key (2, 3, 9 or 12 digits), municipality key (8), postal code (5), or the name of a municipality; these two need the directory's data." };
        var district = new Option<bool>("--district") { Description = "Five digits are a district, not a postal code." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var command = new Command("destinations", "Asks the routing service of the settings (Routing within the section) for the destinations of a service at a place, and checks their signatures. Ends with 0 where there is one and all hold, 1 where not, 2 where the service cannot be asked.") { service, place, district, json };
        return AuthoritySettingsOptions.Complete(command, async (services, result, cancellationToken) =>
        {
            if (!LeikaKey.TryParse(result.GetRequiredValue(service), out var key))
                throw new InvalidDataException($"'{Columns.Visible(result.GetRequiredValue(service))}' is no key of a service.");
            var router = services.GetService<IDestinationRouter>() ?? throw new InvalidDataException("The section has no part 'Routing' that names a routing service.");
            var routes = await FindAsync(services, router, key, result.GetRequiredValue(place), result.GetValue(district), cancellationToken);
            DestinationReport.Print(routes, result.GetValue(json));
            return routes.Count > 0 && routes.All(route => route.Destination is SignedDestination.Verified) ? ExitCodes.Good : ExitCodes.Findings;
        });
    }

    private static async Task<IReadOnlyList<Route>> FindAsync(IServiceProvider services, IDestinationRouter router, LeikaKey service, string place, bool isDistrict, CancellationToken cancellationToken)
    {
        if (MunicipalityKey.TryParse(place, out var municipality))
            return await router.FindRoutesAsync(service, municipality, cancellationToken);
        if ((isDistrict || !PostalCode.TryParse(place, out _)) && RegionKey.TryParse(place, out var region))
            return await router.FindRoutesAsync(service, region, cancellationToken);
        var found = await services.GetRequiredService<IAuthorityDirectory>().FindPlacesAsync(place, cancellationToken);
        return found switch
        {
            [var one] => await router.FindRoutesAsync(service, one.Key, cancellationToken),
            [] => throw new InvalidDataException($"No municipality is called '{Columns.Visible(place)}'."),
            _ => throw new InvalidDataException($"Several municipalities fit: {Columns.Visible(string.Join(", ", found.Take(10).Select(one => $"{one.ShortName} ({one.Key})")))}."),
        };
    }
}
