using System.CommandLine;
using BaseComponents.Tool.Commands.Doctor;

namespace BaseComponents.Tool.Commands;

/// <summary><c>basecomponents doctor</c>: looks at everything the settings name before a citizen does.</summary>
internal static class DoctorCommand
{
    private static readonly Option<string> Settings = new("--settings") { Description = "Settings file (JSON) of the application; environment variables win over it.", Required = true };
    private static readonly Option<string[]> Section = new("--section") { Description = "Section under which Eid, Payments, Authorities and SecureMail stand; several times, for several municipalities.", DefaultValueFactory = _ => ["BaseComponents"] };
    private static readonly Option<string[]> Only = new("--only") { Description = "Looks at these components alone: eid, payments, authorities, mail.", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Database = new("--database") { Description = "Database of the payments: sqlite:PATH, or the NAME of a connection string." };
    private static readonly Option<int> Timeout = new("--timeout") { Description = "Seconds that one check may take.", DefaultValueFactory = _ => 30 };
    private static readonly Option<bool> Offline = new("--offline") { Description = "Asks no other machine." };
    private static readonly Option<bool> LogIn = new("--log-in") { Description = "Tries user and password at mail server and mailbox, once. Nothing is sent, and no mail is taken." };
    private static readonly Option<bool> Json = new("--json") { Description = "Prints JSON." };

    public static Command Create()
    {
        Only.AcceptOnlyFromAmong("eid", "payments", "authorities", "mail");
        Timeout.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var seconds) && seconds is < 1 or > 600)
                result.AddError("--timeout is a number from 1 to 600.");
        });
        var command = new Command("doctor", "Looks at certificates, clocks, services, metadata, stores and data that the settings name, and says what to do.") { Settings, Section, Only, Database, Timeout, Offline, LogIn, Json };
        command.SetAction((result, cancellationToken) => RunAsync(
            new DoctorSettings
            {
                File = result.GetRequiredValue(Settings),
                Sections = result.GetRequiredValue(Section),
                Only = result.GetRequiredValue(Only),
                IsOffline = result.GetValue(Offline),
                LogsIn = result.GetValue(LogIn),
                Timeout = TimeSpan.FromSeconds(result.GetValue(Timeout)),
                Database = result.GetValue(Database),
            },
            result.GetValue(Json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DoctorSettings settings, bool asJson, CancellationToken cancellationToken)
    {
        try
        {
            return DoctorReport.Print(await DoctorRun.RunAsync(settings, cancellationToken), asJson);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Nothing was looked at: {exception.Message}");
            return ExitCodes.Unusable;
        }
    }
}
