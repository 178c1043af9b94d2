using System.CommandLine;
using System.Text.Json;
using BaseComponents.Authorities.Bulk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary><c>basecomponents authorities download</c>: the bulk data of the Portalverbund into a folder that <c>build</c> reads.</summary>
internal static class DownloadCommand
{
    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var settings = new Option<string>("--settings") { Description = "Settings file (JSON) of the application.", Required = true };
        var section = new Option<string>("--section") { Description = "Section of the download.", DefaultValueFactory = _ => "BaseComponents:Authorities:Bulk" };
        var output = new Option<string>("--out") { Description = "Folder for the pages. What was stopped goes on; later only what changed is fetched.", Required = true };
        var full = new Option<bool>("--full") { Description = "Fetches everything, which takes the place of the old pages when it is complete. One that was stopped goes on." };
        var anew = new Option<bool>("--anew") { Description = "Fetches everything from the first page on, whatever was stopped." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var command = new Command("download", "Fetches the bulk data of the Portalverbund (Bereitstelldienst), or what changed since the last time, into a folder of deliveries. Ends with 2 where it stopped; the next call goes on.") { settings, section, output, full, anew, json };
        command.SetAction((result, cancellationToken) => AuthorityFaults.GuardAsync(
            async () =>
            {
                await using var services = Services(result.GetRequiredValue(settings), result.GetRequiredValue(section));
                var run = result.GetValue(anew) ? BulkRun.Anew : result.GetValue(full) ? BulkRun.Full : BulkRun.Continue;
                var (delivery, folder) = (services.GetRequiredService<IBulkDelivery>(), result.GetRequiredValue(output));
                Print(await DownloadProgress.ShowAsync(progress => delivery.DownloadAsync(folder, run, progress, cancellationToken)), folder, result.GetValue(json));
                return ExitCodes.Good;
            },
            "The download stopped"));
        return command;
    }

    private static ServiceProvider Services(string file, string section)
    {
        var settings = SettingsSection.Load(file).GetSection(section);
        if (!settings.Exists())
            throw new InvalidDataException($"'{file}' has no section '{section}'. Name it with --section.");
        var services = new ServiceCollection();
        services.AddBulkDelivery(settings);
        return services.BuildServiceProvider();
    }

    private static void Print(BulkResult result, string folder, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(result, _form));
            return;
        }

        Console.WriteLine($"{(result.IsFull ? "Everything" : "What changed")} was fetched{(result.WasResumed ? ", going on where it was stopped" : "")}: {result.Pages} pages, {result.Bytes} bytes; {result.Written} objects written, {result.Deleted} deleted.");
        Console.WriteLine(Columns.Visible($"The folder {folder} now has {result.FolderPages} pages, {result.FolderBytes} bytes. Name it under Deliveries in the settings of the directory."));
    }
}
