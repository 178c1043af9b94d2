using System.CommandLine;
using System.Security.Cryptography;
using System.Xml;

namespace BaseComponents.Tool.Commands.Saml;

/// <summary><c>basecomponents saml decode</c>: shows what a message says. It checks nothing: what it shows may be forged.</summary>
internal static class DecodeCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("source") { Description = "A file with the XML, a form value, an address with SAMLRequest=… or SAMLResponse=…, or - for the standard input." };
        var key = new Option<FileInfo?>("--key") { Description = "PEM file with the private key that opens encrypted assertions." };
        var values = new Option<bool>("--show-values") { Description = "Shows the values of attributes and identifiers too: these are data of a person." };
        var command = new Command("decode", "Shows a SAML message as readable XML; nothing is verified. Values of persons are left out unless they are asked for. Ends with 2 where there is no message.") { source, key, values };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetRequiredValue(source), result.GetValue(key), result.GetValue(values), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string source, FileInfo? key, bool showValues, CancellationToken cancellationToken)
    {
        try
        {
            var message = SamlMessage.Find(await TextSource.ReadAsync(source, cancellationToken))
                ?? throw new InvalidDataException("The text holds no SAML message. Give a file with its XML, the form value, or the whole address.");
            var document = ReadableXml.Read(message.Xml);
            if (key is not null)
                await DecryptAsync(document, key, cancellationToken);
            if (!showValues)
                PersonalValues.LeaveOut(document);
            Console.WriteLine(ReadableXml.Write(document));
            await Console.Error.WriteLineAsync("Not verified: anybody can have written this.");
            return ExitCodes.Good;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or XmlException or CryptographicException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"The message cannot be shown: {exception.Message}");
            return ExitCodes.Unusable;
        }
    }

    private static async Task DecryptAsync(XmlDocument document, FileInfo key, CancellationToken cancellationToken)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(await File.ReadAllTextAsync(key.FullName, cancellationToken));
        EncryptedAssertions.Open(document, rsa);
    }
}
