using System.CommandLine;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Mail;

/// <summary><c>basecomponents mail verify</c>: what the signature of a mail is worth, and nothing of its content.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var mail = new Argument<string>("mail") { Description = "File with the mail (.eml)." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var command = new Command("verify", "Decrypts a mail in memory and says what its signature is worth. Ends with 0 only where it is valid, with 1 otherwise, with 2 where the mail cannot be read.") { mail, json };
        return MailSettingsOptions.Complete(command, async (services, result, cancellationToken) =>
        {
            await using var file = MailFile.Open(result.GetRequiredValue(mail));
            var reader = services.GetRequiredService<ISecureMailReader>();
            await using var opened = await Progress.ShowAsync("Verifying", [file], () => reader.OpenAsync(file, cancellationToken));
            VerdictReport.Print(opened, [], result.GetValue(json));
            return opened.Verdict is SignatureVerdict.Valid ? ExitCodes.Good : ExitCodes.Findings;
        });
    }
}
