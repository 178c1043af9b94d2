using System.CommandLine;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary><c>basecomponents authorities diff</c>: accounts, addresses and destinations that differ between two snapshots.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("old") { Description = "The older snapshot." };
        var after = new Argument<string>("new") { Description = "The newer snapshot." };
        var keys = KeyFile.PublicKeys();
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var command = new Command("diff", "Lists the accounts, addresses and destinations that differ between two snapshots. Ends with 1 where one of them is not confirmed, 2 where a snapshot cannot be used.") { before, after, keys, json };
        command.SetAction((result, _) => AuthorityFaults.GuardAsync(() =>
        {
            var (path, pem) = (result.GetRequiredValue(after), KeyFile.Read(result.GetRequiredValue(keys)));
            using var old = AuthoritySnapshot.Open(result.GetRequiredValue(before), pem);
            using var newer = AuthoritySnapshot.Open(path, pem);
            var changes = new ChangeTable(SnapshotConfirmations.Read(path));
            foreach (var change in SnapshotConfirmations.Compare(old, newer))
                changes.Add(change);
            changes.Print(result.GetValue(json));
            return Task.FromResult(changes.NeedsPerson ? ExitCodes.Findings : ExitCodes.Good);
        }));
        return command;
    }
}
