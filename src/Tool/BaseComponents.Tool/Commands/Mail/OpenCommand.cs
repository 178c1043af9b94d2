using System.CommandLine;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Mail;

/// <summary><c>basecomponents mail open</c>: the content of a mail into a folder, if its signature is good.</summary>
internal static class OpenCommand
{
    public static Command Create()
    {
        var mail = new Argument<string>("mail") { Description = "File with the mail (.eml)." };
        var output = new Option<string>("--out") { Description = "Folder for text and files; it is made. They are no longer encrypted there.", Required = true };
        var any = new Option<bool>("--unverified") { Description = "Writes the content too where the signature is not valid: anybody can have written it." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var command = new Command("open", "Decrypts and verifies a mail, and writes its content to a folder. Ends with 1 where the signature is not valid, 2 where the mail cannot be read.") { mail, output, any, json };
        return MailSettingsOptions.Complete(command, async (services, result, cancellationToken) =>
        {
            await using var file = MailFile.Open(result.GetRequiredValue(mail));
            var reader = services.GetRequiredService<ISecureMailReader>();
            await using var opened = await Progress.ShowAsync("Opening", [file], () => reader.OpenAsync(file, cancellationToken));
            var isValid = opened.Verdict is SignatureVerdict.Valid;
            IReadOnlyList<string> written = isValid || result.GetValue(any) ? await MailFolder.WriteAsync(opened, result.GetRequiredValue(output), cancellationToken) : [];
            VerdictReport.Print(opened, written, result.GetValue(json));
            return isValid ? ExitCodes.Good : ExitCodes.Findings;
        });
    }
}
