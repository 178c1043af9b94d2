using Microsoft.Extensions.Configuration;

namespace SpecialistProcedure.Hosting;

/// <summary>
/// Where settings come from, the later ones win: <c>procedure.json</c> and that of the environment beside the program, the file that <c>Office:SettingsFile</c> names (keys and passwords, such as a credential of systemd),
/// environment variables, command line.
/// </summary>
internal static class ProcedureSettings
{
    public static void Add(IConfigurationBuilder builder, ProcedureSetup setup, string environment)
    {
        AddFiles(builder, environment);
        if (Named(setup, environment) is { Length: > 0 } file)
            builder.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
        AddGiven(builder, setup);
    }

    // The file is named by settings that win over it, so they are read once before.
    private static string? Named(ProcedureSetup setup, string environment)
    {
        var first = new ConfigurationBuilder();
        AddFiles(first, environment);
        AddGiven(first, setup);
        return first.Build()["Office:SettingsFile"];
    }

    private static void AddFiles(IConfigurationBuilder builder, string environment) => builder
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "procedure.json"), optional: false, reloadOnChange: false)
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, $"procedure.{environment}.json"), optional: true, reloadOnChange: false);

    private static void AddGiven(IConfigurationBuilder builder, ProcedureSetup setup) =>
        builder.AddEnvironmentVariables().AddCommandLine(setup.Arguments).AddInMemoryCollection(setup.Settings);
}
