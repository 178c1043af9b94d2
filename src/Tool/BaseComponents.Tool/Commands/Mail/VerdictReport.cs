using System.Text.Json;
using BaseComponents.SecureMail;

namespace BaseComponents.Tool.Commands.Mail;

/// <summary>What a signature is worth, in words or for a script. Persons are left out.</summary>
internal static class VerdictReport
{
    public static void Print(SignatureVerdict verdict, bool isEncrypted, IReadOnlyList<string> written, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { verdict = verdict.GetType().Name, explanation = verdict.Explanation, encrypted = isEncrypted, signer = (verdict as SignatureVerdict.Valid)?.Thumbprint, files = written }));
            return;
        }

        Console.WriteLine($"{verdict.GetType().Name}: {verdict.Explanation}");
        Console.WriteLine(isEncrypted ? "The mail was encrypted." : "The mail was not encrypted.");
        if (verdict is SignatureVerdict.Valid valid)
            Console.WriteLine($"Signer's certificate (SHA-256): {valid.Thumbprint}");
        foreach (var name in written)
            Console.WriteLine(Columns.Visible($"Written: {name}"));
    }
}
