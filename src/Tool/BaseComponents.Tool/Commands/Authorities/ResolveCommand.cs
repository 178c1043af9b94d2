using System.CommandLine;
using System.Globalization;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary><c>basecomponents authorities resolve</c>: who is competent, and why.</summary>
internal static class ResolveCommand
{
    public static Command Create()
    {
        var service = new Argument<string>("service") { Description = "Key of the service: 14 digits." };
        var place = new Argument<string>("place") { Description = "Region key (2, 3, 9 or 12 digits), municipality key (8), postal code (5), or the name of a municipality." };
        var district = new Option<bool>("--district") { Description = "Five digits are a district, not a postal code." };
        var language = new Option<string>("--language") { Description = "Language of the explanation: de or en.", DefaultValueFactory = _ => "en" };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var confirm = new Option<string[]>("--confirm") { Description = $"Lets a value of the live answer that waits be used, by the first {ChangeTable.Shown} digits that are shown; several times for several. Ask the unit another way first.", DefaultValueFactory = _ => [] };
        var command = new Command("resolve", "Says who is competent for a service at a place, as the directory of the settings does, with every step of the way, and lists the values of live answers that wait for a person. Ends with 0 where it is one unit, 1 where it is not, 2 where the data cannot be read or a change is not there.") { service, place, district, language, json, confirm };
        return AuthoritySettingsOptions.Complete(command, async (services, result, cancellationToken) =>
        {
            if (!LeikaKey.TryParse(result.GetRequiredValue(service), out var key))
                throw new InvalidDataException($"'{Columns.Visible(result.GetRequiredValue(service))}' is no key of a service.");
            var directory = services.GetRequiredService<IAuthorityDirectory>();
            var where = await WhereAsync(directory, result.GetRequiredValue(place), result.GetValue(district), cancellationToken);
            var answer = await directory.ResolveAsync(key, where, cancellationToken);
            if (answer is Competence.NotFound { Reason: NotFoundReason.SourceDown })
                throw Failure(await directory.GetStatusAsync(cancellationToken));
            var waiting = (await directory.GetStatusAsync(cancellationToken)).HeldBackLive;
            CompetenceReport.Print(answer, CultureInfo.GetCultureInfo(result.GetRequiredValue(language)), result.GetValue(json), waiting);
            LiveConfirmation.Confirm(services, waiting, result.GetRequiredValue(confirm));
            return answer is Competence.Found ? ExitCodes.Good : ExitCodes.Findings;
        });
    }

    private static Exception Failure(DirectoryStatus status) => status.LastFailure ?? status.LastLiveFailure ?? (Exception)new InvalidDataException("There is no data.");

    private static async Task<Place> WhereAsync(IAuthorityDirectory directory, string text, bool isDistrict, CancellationToken cancellationToken)
    {
        if (!isDistrict && PostalCode.TryParse(text, out var code))
            return Place.Of(code);
        if (RegionKey.TryParse(text, out var region))
            return Place.Of(region);
        if (MunicipalityKey.TryParse(text, out var municipality))
            return Place.Of(municipality);
        return await directory.FindPlacesAsync(text, cancellationToken) switch
        {
            [var one] => Place.Of(one.Key),
            [] => throw new InvalidDataException($"No municipality is called '{Columns.Visible(text)}'."),
            var several => throw new InvalidDataException($"Several municipalities fit: {Columns.Visible(string.Join(", ", several.Take(10).Select(one => $"{one.ShortName} ({one.Key})")))}."),
        };
    }
}
