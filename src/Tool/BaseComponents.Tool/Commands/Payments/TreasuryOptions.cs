using System.CommandLine;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>The options that say which payments are meant.</summary>
internal sealed class TreasuryOptions
{
    private readonly Option<string?> _settings = new("--settings") { Description = "Settings file (JSON) of the application." };
    private readonly Option<string> _section = new("--section") { Description = "Section of the payment service, needed to decide.", DefaultValueFactory = _ => "BaseComponents:Payments" };
    private readonly Option<string?> _epaybl = new("--epaybl") { Description = "Section of ePayBL, where the registration talks to ePayBL's own interfaces." };
    private readonly Option<string> _database = new("--database") { Description = "sqlite:PATH, or the name of a connection string in the settings or the environment.", DefaultValueFactory = _ => "Payments" };
    private readonly Option<string?> _schema = new("--schema") { Description = "Schema of the tables, where the application has put them into one." };
    private readonly Option<string?> _registration = new("--registration") { Description = "Name of the registration (\"\" for the unnamed one). Without it all of the database, where that makes sense." };

    private TreasuryOptions()
    {
    }

    /// <summary>Adds the options to a command and lets it run on what they name.</summary>
    /// <param name="command">The command.</param>
    /// <param name="decides">Whether a call of it changes payments: then the settings of the service are needed. Null where none does.</param>
    /// <param name="run">What it does.</param>
    public static Command Complete(Command command, Func<ParseResult, bool>? decides, Func<Treasury, ParseResult, CancellationToken, Task<int>> run)
    {
        var options = new TreasuryOptions();
        foreach (var option in new Option[] { options._settings, options._database, options._schema, options._registration })
            command.Options.Add(option);
        if (decides is not null)
        {
            command.Options.Add(options._section);
            command.Options.Add(options._epaybl);
        }

        command.SetAction((result, cancellationToken) => TreasuryFaults.GuardAsync(async () =>
        {
            await using var treasury = await Treasury.OpenAsync(options.Read(result, decides?.Invoke(result)), cancellationToken);
            return await run(treasury, result, cancellationToken);
        }));
        return command;
    }

    /// <param name="result">What was typed.</param>
    /// <param name="decides">Null where the command never decides: then it has no section.</param>
    private TreasurySettings Read(ParseResult result, bool? decides) => new()
    {
        File = result.GetValue(_settings),
        Database = result.GetRequiredValue(_database),
        Schema = result.GetValue(_schema),
        Registration = result.GetValue(_registration),
        Section = decides is true ? result.GetRequiredValue(_section) : null,
        Transfer = decides is null ? null : $"{result.GetRequiredValue(_section)}:Transfer",
        Epaybl = decides is true ? result.GetValue(_epaybl) : null,
    };
}
