using System.CommandLine;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Pvog;
using BaseComponents.Authorities.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary>The options that name the settings of a directory.</summary>
internal sealed class AuthoritySettingsOptions
{
    private readonly Option<string> _settings = new("--settings") { Description = "Settings file (JSON) of the application.", Required = true };
    private readonly Option<string> _section = new("--section") { Description = "Section of the directory.", DefaultValueFactory = _ => "BaseComponents:Authorities" };

    private AuthoritySettingsOptions()
    {
    }

    /// <summary>Adds the options to a command and lets it run with services for what they name.</summary>
    public static Command Complete(Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> run)
    {
        var options = new AuthoritySettingsOptions();
        command.Options.Add(options._settings);
        command.Options.Add(options._section);
        command.SetAction((result, cancellationToken) => AuthorityFaults.GuardAsync(async () =>
        {
            await using var services = Services(result.GetRequiredValue(options._settings), result.GetRequiredValue(options._section));
            return await run(services, result, cancellationToken);
        }));
        return command;
    }

    private static ServiceProvider Services(string file, string section)
    {
        var settings = SettingsSection.Load(file).GetSection(section);
        if (!Microsoft.Extensions.Configuration.ConfigurationExtensions.Exists(settings))
            throw new InvalidDataException($"'{file}' has no section '{section}'. Name it with --section.");
        var services = new ServiceCollection().AddLogging();
        var directory = services.AddAuthorities(settings);
        if (Microsoft.Extensions.Configuration.ConfigurationExtensions.Exists(settings.GetSection("Pvog")))
            directory.AddPvog(settings.GetSection("Pvog"));
        if (Microsoft.Extensions.Configuration.ConfigurationExtensions.Exists(settings.GetSection("Routing")))
            services.AddDestinationRouter(settings.GetSection("Routing"));
        return services.BuildServiceProvider();
    }
}
