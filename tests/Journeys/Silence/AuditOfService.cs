using System.Text.Json;
using DogLicence.Walkthrough;
using MunicipalService.Hosting;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>What a sample service has written for the auditor.</summary>
internal static class AuditOfService
{
    /// <summary>The lines of all days; waits until an event is there, since workers come to it later.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ReadAsync(FreshServer fresh, string awaited)
    {
        for (var i = 0; ; i++)
        {
            var lines = Directory.GetFiles(Path.Combine(fresh.Folder, AuditSetup.Folder), "audit-*.jsonl").SelectMany(File.ReadAllLines).Select(line => JsonDocument.Parse(line).RootElement).ToList();
            if (i == 100 || lines.Any(line => line.GetProperty("event").GetString() == awaited))
                return lines;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
