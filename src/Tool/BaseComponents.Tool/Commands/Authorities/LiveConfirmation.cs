using BaseComponents.Authorities;
using BaseComponents.Authorities.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary>A person says that values of a live answer are right. They are written beside the snapshot, as those of its own changes are.</summary>
internal static class LiveConfirmation
{
    /// <exception cref="InvalidDataException">A change does not wait, or there is no snapshot to confirm it for.</exception>
    public static void Confirm(IServiceProvider services, IReadOnlyList<ChangedValue> waiting, string[] named)
    {
        if (named.Length == 0)
            return;
        var path = services.GetRequiredService<IOptions<AuthoritiesOptions>>().Value.Snapshot.Path
            ?? throw new InvalidDataException("There is no snapshot beside which a confirmation could lie.");
        var chosen = waiting.Where(change => named.Any(name => ConfirmCommand.IsNamed(change, name))).ToList();
        if (named.FirstOrDefault(name => !waiting.Any(change => ConfirmCommand.IsNamed(change, name))) is { } missing)
            throw new InvalidDataException($"No change that waits begins with '{Columns.Visible(missing)}'.");
        SnapshotConfirmations.Add(path, chosen);
        Console.Error.WriteLine($"Confirmed: {chosen.Count}. They are used from the next answer on.");
    }
}
