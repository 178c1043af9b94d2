using System.CommandLine;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary><c>basecomponents authorities confirm</c>: a person says that changed accounts, addresses and destinations are right.</summary>
internal static class ConfirmCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("snapshot") { Description = "The snapshot whose new values are meant." };
        var before = new Option<string?>("--before") { Description = "The snapshot before it: for changes that its maker did not write down." };
        var changes = new Option<string[]>("--change") { Description = $"A change, by the first {ChangeTable.Shown} digits that diff shows; several times for several.", DefaultValueFactory = _ => [] };
        var all = new Option<bool>("--all") { Description = "All changes that are not confirmed." };
        var keys = KeyFile.PublicKeys();
        var command = new Command("confirm", "Lets new accounts, addresses and destinations be used. Ask the unit another way first. Without --change and --all it lists what waits. Ends with 1 where something still waits or a change is not there, 2 where a snapshot cannot be used.") { file, before, changes, all, keys };
        command.SetAction((result, _) => AuthorityFaults.GuardAsync(async () =>
        {
            var (path, pem) = (result.GetRequiredValue(file), KeyFile.Read(result.GetRequiredValue(keys)));
            var waiting = Waiting(path, result.GetValue(before), pem);
            var named = result.GetRequiredValue(changes);
            var chosen = waiting.Where(change => result.GetValue(all) || named.Any(name => IsNamed(change, name))).ToList();
            SnapshotConfirmations.Add(path, chosen);
            foreach (var missing in named.Where(name => !waiting.Any(change => IsNamed(change, name))))
                await Console.Error.WriteLineAsync($"No change that waits begins with '{Columns.Visible(missing)}'.");
            var table = new ChangeTable(SnapshotConfirmations.Read(path));
            waiting.ForEach(table.Add);
            table.Print(json: false);
            return table.NeedsPerson || named.Any(name => !waiting.Any(change => IsNamed(change, name))) ? ExitCodes.Findings : ExitCodes.Good;
        }));
        return command;
    }

    private static List<ChangedValue> Waiting(string path, string? before, string[] keys)
    {
        using var snapshot = AuthoritySnapshot.Open(path, keys);
        var confirmed = SnapshotConfirmations.Read(path);
        using var older = before is null ? null : AuthoritySnapshot.Open(before, keys);
        var changes = older is null ? SnapshotConfirmations.HeldBack(snapshot) : SnapshotConfirmations.Compare(older, snapshot);
        return [.. changes.Where(change => !confirmed.Contains(change.Confirmation))];
    }

    // A few digits would fit the wrong change, too.
    public static bool IsNamed(ChangedValue change, string name) => name.Length >= ChangeTable.Shown && change.Confirmation.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
