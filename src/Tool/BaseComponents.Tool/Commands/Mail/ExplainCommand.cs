using System.CommandLine;
using System.Text.Json;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Mail;

/// <summary><c>basecomponents mail explain</c>: layers, algorithms, keys and verdict of a mail.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var mail = new Argument<string>("mail") { Description = "File with the mail (.eml)." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON." };
        var command = new Command("explain", "Says how a mail is protected, for whom, by whom, and what is wrong. Ends with 1 where the signature is not valid or the mail is for another key, 2 where it is no mail.") { mail, json };
        return MailSettingsOptions.Complete(command, async (services, result, cancellationToken) =>
        {
            await using var file = MailFile.Open(result.GetRequiredValue(mail));
            var reader = services.GetRequiredService<ISecureMailReader>();
            var explanation = await Progress.ShowAsync("Reading", [file], () => reader.ExplainAsync(file, cancellationToken));
            if (result.GetValue(json))
                PrintJson(explanation);
            else
                Print(explanation);
            return explanation.Verdict is SignatureVerdict.Valid ? ExitCodes.Good : ExitCodes.Findings;
        });
    }

    private static void Print(MailExplanation explanation)
    {
        foreach (var line in explanation.Layers.Index().SelectMany(layer => Lines(layer.Index + 1, layer.Item)))
            Console.WriteLine(Columns.Visible(line));
        if (explanation.Layers.Count == 0)
            Console.WriteLine("Neither signature nor encryption was found at the root of the mail.");
        if (explanation.HasEncryptedPart)
            Console.WriteLine(VerdictReport.EncryptedPart);
        Console.WriteLine(explanation switch
        {
            { Verdict: { } verdict } => $"Verdict: {verdict.GetType().Name}. {verdict.Explanation}",
            { Fault: { } fault } => fault.Message,
            _ => "",
        });
    }

    private static IEnumerable<string> Lines(int number, MailLayer layer) => layer switch
    {
        MailLayer.Encryption encryption =>
        [
            $"{number}. Encrypted with {encryption.Algorithm}, {(encryption.IsAuthenticated ? "which shows every change" : "which shows no change by itself")}, for {encryption.Recipients.Count} key(s):",
            .. encryption.Recipients.Select(static recipient => $"   - {recipient.Algorithm}: {recipient.Certificate}"),
        ],
        MailLayer.Signature signature =>
        [
            $"{number}. Signed {(signature.IsDetached ? "beside the content" : "around the content")} by {signature.Signers.Count} key(s):",
            .. signature.Signers.Select(static signer => $"   - {signer.Algorithm} with {signer.Digest}, {Standing(signer.IsIntact)}: {signer.Certificate}"),
        ],
        _ => [],
    };

    private static string Standing(bool? isIntact) => isIntact switch
    {
        true => "matches the content",
        false => "does not match the content",
        null => "could not be checked",
    };

    private static void PrintJson(MailExplanation explanation) => Console.WriteLine(JsonSerializer.Serialize(new
    {
        layers = explanation.Layers.Select(static layer => layer switch
        {
            MailLayer.Encryption encryption => (object)new
            {
                kind = "encryption",
                algorithm = encryption.Algorithm,
                authenticated = encryption.IsAuthenticated,
                recipients = encryption.Recipients.Select(static recipient => new { certificate = recipient.Certificate, algorithm = recipient.Algorithm }),
            },
            MailLayer.Signature signature => new
            {
                kind = "signature",
                detached = signature.IsDetached,
                signers = signature.Signers.Select(static signer => new { certificate = signer.Certificate, digest = signer.Digest, algorithm = signer.Algorithm, intact = signer.IsIntact }),
            },
            _ => new { kind = "unknown" },
        }),
        encryptedPart = explanation.HasEncryptedPart,
        verdict = explanation.Verdict?.GetType().Name,
        explanation = explanation.Verdict?.Explanation,
        fault = explanation.Fault?.Code,
    }));
}
