using System.CommandLine;
using System.Text.Json;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Mail;

/// <summary><c>basecomponents mail seal</c>: files into a signed and encrypted mail.</summary>
internal static class SealCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Files that go along.", Arity = ArgumentArity.ZeroOrMore };
        var to = new Option<string[]>("--to") { Description = "Address of a recipient; several times for several.", Required = true };
        var subject = new Option<string>("--subject") { Description = "Subject; of an encrypted mail it is hidden on the way.", Required = true };
        var text = new Option<string>("--text") { Description = "The message itself.", DefaultValueFactory = _ => "" };
        var output = new Option<string>("--out") { Description = "The new file with the mail (.eml).", Required = true };
        var plain = new Option<string?>("--plain") { Description = "Signs only, for the reason given here. Everybody on the way can read such a mail." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var command = new Command("seal", "Writes a mail, signed and encrypted for every recipient, to a file. Nothing is sent. Ends with 2 where it cannot be done.") { files, to, subject, text, output, plain, json };
        return MailSettingsOptions.Complete(command, async (services, result, cancellationToken) =>
        {
            var opened = (result.GetValue(files) ?? []).Select(MailFile.Open).ToList();
            var message = new SecureMessage
            {
                To = result.GetRequiredValue(to),
                Subject = result.GetRequiredValue(subject),
                Text = result.GetRequiredValue(text),
                Attachments = [.. opened.Select(Attachment)],
                Protection = result.GetValue(plain) is { } reason ? MailProtection.Plain(reason) : MailProtection.Encrypted,
            };
            var client = services.GetRequiredService<ISecureMailClient>();
            var seal = await Progress.ShowAsync("Sealing", opened, () => OwnFile.WriteAsync(result.GetRequiredValue(output), file => client.SealAsync(message, file, cancellationToken)));
            Print(seal, result.GetValue(json));
            return ExitCodes.Good;
        });
    }

    private static SecureAttachment Attachment(FileStream file) => new()
    {
        FileName = Path.GetFileName(file.Name),
        Length = file.Length,
        OpenAsync = _ => ValueTask.FromResult<Stream>(file),
    };

    private static void Print(MailSeal seal, bool json) => Console.WriteLine(json
        ? JsonSerializer.Serialize(new { messageId = seal.MessageId, encrypted = seal.Protection.IsEncrypted, size = seal.Size })
        : Columns.Visible($"Sealed as {seal.MessageId}, {(seal.Protection.IsEncrypted ? "signed and encrypted" : "signed, not encrypted")}, {seal.Size} bytes."));
}
