using System.CommandLine;
using System.Data.Common;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tool.Commands.Mail.Outbox;

/// <summary>The options that say which outbox is meant, and how a fault ends.</summary>
internal sealed class OutboxCommandOptions
{
    private readonly Option<string?> _settings = new("--settings") { Description = "Settings file (JSON) of the application, for the connection string." };
    private readonly Option<string> _database = new("--database") { Description = "sqlite:PATH, or the name of a connection string in the settings or the environment.", DefaultValueFactory = _ => "Outbox" };
    private readonly Option<string?> _schema = new("--schema") { Description = "Schema of the tables, where the application has put them into one." };
    private readonly Option<string?> _sender = new("--sender") { Description = "Name of the sender (\"\" for the unnamed one). Without it all of the database." };

    private OutboxCommandOptions()
    {
    }

    public static Option<string> Reason() => new("--reason") { Description = "Why, without personal data.", Required = true };

    /// <summary>Adds the options to a command and lets it run on the outbox they name.</summary>
    public static Command Complete(Command command, Func<OpenedOutbox, ParseResult, CancellationToken, Task<int>> run)
    {
        var options = new OutboxCommandOptions();
        foreach (var option in new Option[] { options._settings, options._database, options._schema, options._sender })
            command.Options.Add(option);
        command.SetAction((result, cancellationToken) => GuardAsync(async () =>
        {
            IConfiguration settings = result.GetValue(options._settings) is { } file ? SettingsSection.Load(file) : new ConfigurationBuilder().AddEnvironmentVariables().Build();
            var database = ApplicationDatabase.Find(result.GetRequiredValue(options._database), settings);
            await using var outbox = await OpenedOutbox.OpenAsync(database, result.GetValue(options._schema), result.GetValue(options._sender), cancellationToken);
            return await run(outbox, result, cancellationToken);
        }));
        return command;
    }

    private static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception exception) when (exception is SecureMailException or DbException or InvalidDataException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"It ended here: {exception.Message}");
            return ExitCodes.Unusable;
        }
        catch (InvalidOperationException exception) when (exception.InnerException is DbException database)
        {
            // What Entity Framework says about a lost connection does not name the cause.
            await Console.Error.WriteLineAsync($"It ended here: {database.Message}");
            return ExitCodes.Unusable;
        }
    }
}
