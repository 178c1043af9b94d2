using System.CommandLine;
using BaseComponents.Authorities.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary><c>basecomponents authorities build</c>: deliveries and lists into a signed snapshot.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "The snapshot. One that is there is compared and replaced in one step.", Required = true };
        var key = new Option<string?>("--key") { Description = "File with the private key (PEM, ECDSA on P-256 or P-384) that signs it." };
        var unsigned = new Option<bool>("--unsigned") { Description = "Makes a snapshot without signature, which only the Sandbox uses." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var command = new Command("build", "Reads the deliveries and lists that the settings name into one signed snapshot. Ends with 1 where changed accounts or addresses are held back until somebody confirms them, 2 where it cannot be done.") { output, key, unsigned, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(key) is null != result.GetValue(unsigned))
                result.AddError("Name either --key or --unsigned.");
        });
        return AuthoritySettingsOptions.Complete(command, async (services, result, cancellationToken) =>
        {
            var (maker, path) = (services.GetRequiredKeyedService<SnapshotMaker>(""), result.GetRequiredValue(output));
            if (result.GetValue(key) is not { } keyFile)
            {
                SnapshotReport.Print(await BuildProgress.ShowAsync(progress => maker.MakeUnsignedAsync(path, progress, cancellationToken)), result.GetValue(json));
                return ExitCodes.Good;
            }

            using var signingKey = KeyFile.ReadPrivate(keyFile);
            var info = await BuildProgress.ShowAsync(progress => maker.MakeAsync(path, signingKey, progress, cancellationToken));
            SnapshotReport.Print(info, result.GetValue(json));
            using var snapshot = AuthoritySnapshot.Open(path, [signingKey.ExportSubjectPublicKeyInfoPem()]);
            var held = SnapshotConfirmations.HeldBack(snapshot).Count;
            if (held > 0)
                await Console.Error.WriteLineAsync($"{held} changed accounts or addresses are not used until they are confirmed: basecomponents authorities confirm {path}");
            return held > 0 ? ExitCodes.Findings : ExitCodes.Good;
        });
    }
}
