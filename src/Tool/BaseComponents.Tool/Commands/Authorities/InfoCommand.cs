using System.CommandLine;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary><c>basecomponents authorities info</c>: checks a snapshot, and says what it holds and where it comes from.</summary>
internal static class InfoCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("snapshot") { Description = "The snapshot." };
        var keys = KeyFile.PublicKeys();
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var command = new Command("info", "Checks a snapshot whole, and says what it holds and where it comes from. Ends with 2 where it cannot be used.") { file, keys, json };
        command.SetAction((result, _) => AuthorityFaults.GuardAsync(() =>
        {
            using var snapshot = AuthoritySnapshot.Open(result.GetRequiredValue(file), KeyFile.Read(result.GetRequiredValue(keys)));
            SnapshotReport.Print(snapshot.Info, result.GetValue(json));
            return Task.FromResult(ExitCodes.Good);
        }));
        return command;
    }
}
