using System.Text.Json;
using BaseComponents.SecureMail;

namespace BaseComponents.Tool.Commands.Mail;

/// <summary>What a signature is worth, in words or for a script. Persons are left out.</summary>
internal static class VerdictReport
{
    public const string EncryptedPart = "A part below its root is encrypted. It was left closed: who can put it there is not who encrypted it.";

    public static void Print(ReceivedMail mail, IReadOnlyList<string> written, bool json)
    {
        var verdict = mail.Verdict;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { verdict = verdict.GetType().Name, explanation = verdict.Explanation, encrypted = mail.IsEncrypted, encryptedPart = mail.HasEncryptedPart, signer = (verdict as SignatureVerdict.Valid)?.Thumbprint, files = written }));
            return;
        }

        Console.WriteLine($"{verdict.GetType().Name}: {verdict.Explanation}");
        Console.WriteLine(mail.IsEncrypted ? "The mail was encrypted." : "The mail was not encrypted.");
        if (mail.HasEncryptedPart)
            Console.WriteLine(EncryptedPart);
        if (verdict is SignatureVerdict.Valid valid)
            Console.WriteLine($"Signer's certificate (SHA-256): {valid.Thumbprint}");
        foreach (var name in written)
            Console.WriteLine(Columns.Visible($"Written: {name}"));
    }
}
