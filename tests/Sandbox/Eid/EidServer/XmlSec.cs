using System.Diagnostics;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>Signs and verifies messages by xmlsec1, which nobody here wrote.</summary>
internal sealed class XmlSec : IDisposable
{
    private const string Body = "http://schemas.xmlsoap.org/soap/envelope/:Body";
    private const string Timestamp = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd:Timestamp";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eid-server");
    private int _files;

    public async Task<string> SignAsync(string template, string keyPem)
    {
        var (exitCode, text) = await RunAsync("--sign", "--privkey-pem", Write("key.pem", keyPem), "--id-attr:Id", Body, "--id-attr:Id", Timestamp, Write("template.xml", template));
        exitCode.Should().Be(0, "xmlsec1 has to sign the request");
        return text;
    }

    public async Task<bool> VerifiesAsync(string message, string certificatePem) =>
        (await RunAsync("--verify", "--pubkey-cert-pem", Write("certificate.pem", certificatePem), "--id-attr:Id", Body, "--id-attr:Id", Timestamp, Write("message.xml", message))).ExitCode == 0;

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, $"{Interlocked.Increment(ref _files)}-{name}");
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int ExitCode, string Text)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("xmlsec1", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await errors;
        return (process.ExitCode, text);
    }
}
