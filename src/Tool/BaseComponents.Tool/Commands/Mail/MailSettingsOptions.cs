using System.CommandLine;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tool.Commands.Mail;

/// <summary>The options that say whose keys are used, and how a fault ends.</summary>
internal sealed class MailSettingsOptions
{
    private readonly Option<string> _settings = new("--settings") { Description = "Settings file (JSON) of the application.", Required = true };
    private readonly Option<string> _section = new("--section") { Description = "Section of the sender.", DefaultValueFactory = _ => "BaseComponents:SecureMail" };

    private MailSettingsOptions()
    {
    }

    /// <summary>Adds the options to a command and lets it run with services for what they name. Nothing is sent anywhere.</summary>
    public static Command Complete(Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> run)
    {
        var options = new MailSettingsOptions();
        command.Options.Add(options._settings);
        command.Options.Add(options._section);
        command.SetAction((result, cancellationToken) => GuardAsync(async () =>
        {
            await using var services = Services(result.GetRequiredValue(options._settings), result.GetRequiredValue(options._section));
            return await run(services, result, cancellationToken);
        }));
        return command;
    }

    private static ServiceProvider Services(string file, string section)
    {
        var settings = SettingsSection.Load(file).GetSection(section);
        if (!settings.Exists())
            throw new InvalidDataException($"'{file}' has no section '{section}'. Name it with --section.");
        var services = new ServiceCollection().AddLogging();
        services.AddSecureMail(settings);
        return services.BuildServiceProvider();
    }

    private static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (SecureMailException exception)
        {
            // It begins with what was not done.
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCodes.Unusable;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync($"Nothing was done: {exception.Message}");
            return ExitCodes.Unusable;
        }
    }
}
