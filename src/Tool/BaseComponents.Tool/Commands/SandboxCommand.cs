using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace BaseComponents.Tool.Commands;

/// <summary><c>basecomponents sandbox</c>: plays the state services until Ctrl+C.</summary>
internal static class SandboxCommand
{
    public static Command Create()
    {
        var http = new Option<int>("--http-port") { Description = "Port of the pages (0: a free one).", DefaultValueFactory = _ => 5080 };
        var https = new Option<int>("--https-port") { Description = "Port of the machine endpoints (0: a free one).", DefaultValueFactory = _ => 5443 };
        var smtp = new Option<int>("--smtp-port") { Description = "Port of the mail server (0: a free one).", DefaultValueFactory = _ => 5025 };
        var state = new Option<string?>("--state") { Description = "Folder that keeps keys, payments and mails between two starts." };
        var settings = new Option<string?>("--settings") { Description = "File to write the client's settings to (appsettings form, contains private keys of the Sandbox)." };
        var command = new Command("sandbox", "Starts the state services on this machine.") { http, https, smtp, state, settings };
        command.SetAction((result, cancellationToken) => RunAsync(
            new SandboxOptions
            {
                HttpPort = result.GetValue(http),
                HttpsPort = result.GetValue(https),
                SmtpPort = result.GetValue(smtp),
                StatePath = result.GetValue(state),
            },
            result.GetValue(settings),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(SandboxOptions options, string? settingsFile, CancellationToken cancellationToken)
    {
        SandboxServer sandbox;
        try
        {
            sandbox = await SandboxServer.StartAsync(options, cancellationToken);
        }
        catch (IOException exception)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]The Sandbox could not start:[/] {exception.Message} Name other ports, or 0 for free ones.");
            return 1;
        }

        await using (sandbox)
        {
            if (settingsFile is not null)
                await WriteSettingsAsync(sandbox.Configuration, settingsFile, cancellationToken);
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Sandbox: [bold]{sandbox.Address}[/]  (Ctrl+C to stop)");
            await WaitAsync(cancellationToken);
        }

        return 0;
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is the normal end.
        }
    }

    // Written beside and renamed: whoever waits for the file never reads half of it.
    private static async Task WriteSettingsAsync(IConfiguration configuration, string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".tmp";
        await File.WriteAllTextAsync(draft, ToJson(configuration).ToJsonString(new JsonSerializerOptions { WriteIndented = true }), cancellationToken);
        File.Move(draft, path, overwrite: true);
    }

    private static JsonObject ToJson(IConfiguration section)
    {
        var json = new JsonObject();
        foreach (var child in section.GetChildren())
            json[child.Key] = child.GetChildren().Any() ? ToJson(child) : JsonValue.Create(child.Value);
        return json;
    }
}
