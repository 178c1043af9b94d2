using System.Globalization;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Shared.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal.Health;

/// <summary>Whose snapshot is used, and how old it and its sources are.</summary>
internal sealed class SnapshotLook(string name, IServiceProvider services)
{
    public Task LookAsync(HealthFindings all, CancellationToken cancellationToken)
    {
        var findings = all.For(name);
        return findings.GuardAsync(() => LookAsync(findings, services.GetRequiredService<IOptionsMonitor<AuthoritiesOptions>>().Get(name), cancellationToken));
    }

    private async Task LookAsync(HealthFindings findings, AuthoritiesOptions options, CancellationToken cancellationToken)
    {
        if (options.Snapshot.Path is not { Length: > 0 })
        {
            findings.Skip("snapshot", "Snapshot:Path", "The directory reads deliveries or asks live sources, no snapshot.");
            return;
        }

        try
        {
            using var snapshot = await services.GetRequiredKeyedService<IAuthorityDirectory>(name).OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
            Age(findings, snapshot.Info, options, services.GetRequiredService<TimeProvider>().GetUtcNow());
            if (snapshot.Info.SignedBy is null)
                findings.Warn("snapshot-unsigned", "Snapshot:AllowUnsigned", "It is not signed: anybody may have put it there.", "Let its maker sign it (authorities build --key), and name the key in Snapshot:PublicKeys.");
            else
                findings.Ok("snapshot-signature", "Snapshot:PublicKeys", "It is signed by a key in the settings.");
        }
        catch (AuthoritiesException exception)
        {
            findings.Fail("snapshot-unusable", "Snapshot:Path", exception.Message, $"See docs/errors.md#{exception.Code}");
        }
    }

    private static void Age(HealthFindings findings, SnapshotInfo info, AuthoritiesOptions options, DateTimeOffset now)
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"It was made on {info.CreatedAt:yyyy-MM-dd}, from {info.Sources.Count} source(s){Oldest(info)}.");
        if (now - info.CreatedAt > options.SnapshotAgeLimit)
            findings.Warn("snapshot-old", "Snapshot:Path", found, "Does the job that builds it still run, and does its file arrive here? Offices, accounts and addresses may have changed.");
        else
            findings.Ok("snapshot", "Snapshot:Path", found);
    }

    private static string Oldest(SnapshotInfo info) => info.Sources.Min(static source => source.CreatedAt) is { } oldest ? string.Create(CultureInfo.InvariantCulture, $", the oldest of {oldest:yyyy-MM-dd}") : "";
}
