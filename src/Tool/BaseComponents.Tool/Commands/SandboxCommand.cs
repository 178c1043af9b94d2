using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BaseComponents.Sandbox;
using Spectre.Console;

namespace BaseComponents.Tool.Commands;

/// <summary><c>basecomponents sandbox</c>: plays the state services until Ctrl+C.</summary>
internal static class SandboxCommand
{
    public static Command Create()
    {
        var http = Port("--http-port", "Port of the pages (0: a free one).", 5080);
        var https = Port("--https-port", "Port of the machine endpoints (0: a free one).", 5443);
        var smtp = Port("--smtp-port", "Port of the mail server (0: a free one).", 5025);
        var state = new Option<string?>("--state") { Description = "Folder that keeps keys, payments and mails between two starts." };
        var drop = new Option<string?>("--mail-drop") { Description = "Folder into which mails for offices are delivered as files as well (Maildir, one folder for each mailbox, with settings and private keys of the Sandbox)." };
        var settings = new Option<string?>("--settings") { Description = "File to write the client's settings to (appsettings form, contains private keys of the Sandbox)." };
        var command = new Command("sandbox", "Starts the state services on this machine.") { http, https, smtp, state, drop, settings };
        command.SetAction((result, cancellationToken) => RunAsync(
            new SandboxOptions
            {
                HttpPort = result.GetValue(http),
                HttpsPort = result.GetValue(https),
                SmtpPort = result.GetValue(smtp),
                StatePath = result.GetValue(state),
                MailDropPath = result.GetValue(drop),
            },
            result.GetValue(settings),
            cancellationToken));
        return command;
    }

    private static Option<int> Port(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port) && port is < 0 or > IPEndPoint.MaxPort)
                result.AddError($"{name} is a number from 0 to {IPEndPoint.MaxPort}.");
        });
        return option;
    }

    private static async Task<int> RunAsync(SandboxOptions options, string? settingsFile, CancellationToken cancellationToken)
    {
        SandboxServer sandbox;
        try
        {
            sandbox = await SandboxServer.StartAsync(options, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail("The Sandbox could not start:", exception, exception.GetBaseException() is SocketException ? " Name another port, or 0 for a free one." : "");
        }

        await using (sandbox)
        {
            // Before the settings are there: whoever waits for them may ask for the end at once.
            var stop = sandbox.WaitForShutdownAsync(cancellationToken);
            try
            {
                if (settingsFile is not null)
                    await SettingsFile.WriteAsync(sandbox.Configuration, settingsFile, cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return Fail($"The settings could not be written to '{settingsFile}':", exception, "");
            }

            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Sandbox: [bold]{sandbox.Address}[/]  (Ctrl+C to stop)");
            await stop;
        }

        return 0;
    }

    private static int Fail(string what, Exception exception, string hint)
    {
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{what}[/] {exception.Message}{hint}");
        return 1;
    }
}
