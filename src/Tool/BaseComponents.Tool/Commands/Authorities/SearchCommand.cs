using System.CommandLine;
using System.Text.Json;
using BaseComponents.Authorities;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary><c>basecomponents authorities search</c>: services by citizens' words, or municipalities by what people type.</summary>
internal static class SearchCommand
{
    private const int Usual = 10;
    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var words = new Argument<string[]>("words") { Description = "What a citizen would type.", Arity = ArgumentArity.OneOrMore };
        var places = new Option<bool>("--places") { Description = "Searches municipalities instead of services." };
        var most = new Option<int>("--most") { Description = "How many are shown, the best first.", DefaultValueFactory = _ => Usual };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var command = new Command("search", "Finds services by citizens' words, or municipalities by name, postal code or key, as the directory of the settings does. Ends with 0 where something is found, 1 where nothing is, 2 where the data cannot be read.") { words, places, most, json };
        return AuthoritySettingsOptions.Complete(command, async (services, result, cancellationToken) =>
        {
            var directory = services.GetRequiredService<IAuthorityDirectory>();
            var text = string.Join(' ', result.GetRequiredValue(words));
            var found = result.GetValue(places) ? await PlacesAsync(directory, text, cancellationToken) : await ServicesAsync(directory, text, cancellationToken);
            Print([.. found.Take(Math.Max(1, result.GetValue(most)))], result.GetValue(json));
            return found.Count > 0 ? ExitCodes.Good : ExitCodes.Findings;
        });
    }

    private static async Task<IReadOnlyList<Hit>> ServicesAsync(IAuthorityDirectory directory, string text, CancellationToken cancellationToken) =>
        [.. (await directory.FindServicesAsync(text, cancellationToken)).Select(service => new Hit(service.Key.ToString(), service.Name, string.Join(", ", service.Synonyms)))];

    private static async Task<IReadOnlyList<Hit>> PlacesAsync(IAuthorityDirectory directory, string text, CancellationToken cancellationToken) =>
        [.. (await directory.FindPlacesAsync(text, cancellationToken)).Select(place => new Hit(place.Key.ToString(), place.Name, string.Join(", ", place.PostalCodes)))];

    private static void Print(IReadOnlyList<Hit> found, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(found, _form));
            return;
        }

        var table = new Columns("KEY", "NAME", "ALSO");
        foreach (var hit in found)
            table.Add(hit.Key, hit.Name, hit.Also);
        if (found.Count > 0)
            table.Print();
        else
            Console.WriteLine("Nothing was found.");
    }

    /// <param name="Key">Of the service or municipality.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Also">Other words for the service, or the postal codes.</param>
    private sealed record Hit(string Key, string Name, string Also);
}
