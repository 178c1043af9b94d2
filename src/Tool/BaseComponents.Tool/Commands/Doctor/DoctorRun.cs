using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tool.Commands.Doctor;

/// <summary>Runs the health checks of all components, and says of those that cannot run here why.</summary>
internal static class DoctorRun
{
    private static readonly string[] Components = ["eid", "payments", "authorities", "mail"];

    public static async Task<IReadOnlyList<DoctorFinding>> RunAsync(DoctorSettings settings, CancellationToken cancellationToken)
    {
        var scratch = Path.Combine(Directory.CreateTempSubdirectory("basecomponents-doctor-").FullName, "payments.db");
        try
        {
            var registered = new DoctorServices(settings, SettingsSection.Load(settings.File), scratch);
            await using var services = registered.Build();
            if (settings.Database is null && services.GetService<PaymentsDbContext>() is not null)
                await PaymentsDatabase.UpgradeAsync(services, cancellationToken);
            var report = await CheckAsync(services, settings, cancellationToken);
            return
            [
                // A setting that is refused stops each check that reads it.
                .. report.Entries.SelectMany(static entry => Findings(entry.Key, entry.Value)).Distinct(),
                .. Skipped(services, settings),
                .. registered.Missing.Select(static component => Skip(component, "not-configured", "settings", "The settings have no section of it.")),
            ];
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Path.GetDirectoryName(scratch)!, recursive: true);
        }
    }

    private static Task<HealthReport> CheckAsync(ServiceProvider services, DoctorSettings settings, CancellationToken cancellationToken)
    {
        foreach (var registration in Registrations(services))
            registration.Timeout = settings.Timeout;
        return services.GetRequiredService<HealthCheckService>().CheckHealthAsync(registration => !IsSkipped(registration, settings), cancellationToken);
    }

    private static bool IsSkipped(HealthCheckRegistration registration, DoctorSettings settings) =>
        registration.Tags.Contains("application") || (settings.IsOffline && registration.Tags.Contains("network"));

    private static IEnumerable<DoctorFinding> Skipped(ServiceProvider services, DoctorSettings settings)
    {
        foreach (var registration in Registrations(services).Where(registration => IsSkipped(registration, settings)))
        {
            yield return registration.Tags.Contains("application")
                ? Skip(Component(registration.Name), "application-only", registration.Name, "Data Protection keys and one-time store are the application's: let it run the health check AddEidHealth().")
                : Skip(Component(registration.Name), "offline", registration.Name, "It asks other machines, and --offline was given.");
        }

        if (settings.Database is null && Registrations(services).Any(static registration => registration.Tags.Contains("payments")))
            yield return Skip("payments", "store-not-named", "payment store", "Name the application's database with --database.");
    }

    private static ICollection<HealthCheckRegistration> Registrations(ServiceProvider services) => services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations;

    private static IEnumerable<DoctorFinding> Findings(string name, HealthReportEntry entry)
    {
        if (entry.Data.TryGetValue("findings", out var value) && value is IReadOnlyList<IReadOnlyDictionary<string, string>> findings)
            return findings.Select(finding => new DoctorFinding(Component(name), finding["tenant"], finding["code"], finding["severity"], finding["subject"], finding["found"], finding["action"], finding["docs"]));
        // What a check did not expect: its kind alone, since a message may quote what it met.
        var why = entry.Exception is { } exception ? $"It could not be looked at ({exception.GetType().Name})." : "It did not end in time.";
        return [new DoctorFinding(Component(name), "", "check-failed", DoctorFinding.Error, name, why, "Give it more time with --timeout; then report it with the settings' names, not their values.", DoctorFinding.Page)];
    }

    private static DoctorFinding Skip(string component, string code, string subject, string reason) => new(component, "", code, DoctorFinding.Skipped, subject, reason, "", DoctorFinding.Page);

    private static string Component(string registration) => Components.FirstOrDefault(component => registration.StartsWith(component, StringComparison.Ordinal)) ?? registration;
}
