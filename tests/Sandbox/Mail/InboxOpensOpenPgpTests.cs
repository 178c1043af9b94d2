using System.Diagnostics;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>OpenPGP mails that gpg made with the Sandbox's own keys: opened, judged, and the reader warned.</summary>
public sealed class InboxOpensOpenPgpTests(MailServer server) : IClassFixture<MailServer>, IAsyncDisposable
{
    private const string Sender = "onlinedienste@beispielstadt.example";
    private const string Club = "post@vereine.example";
    private const string Part = "Content-Type: text/plain\r\n\r\nZahlen Sie 50 Euro.";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inbox-gpg");

    [Fact]
    public async Task AGoodSignatureIsConfirmedWithoutAdo()
    {
        var page = await ShownAsync(Signed(Part, await SignatureAsync(Sender)));

        page.QuerySelector("[role=alert]").Should().BeNull();
        page.QuerySelector(".confirmed")!.TextContent.Should().Contain("✓").And.Contain("Die Signatur stimmt, der Schlüssel gehört zur Absenderadresse.");
        page.Body!.TextContent.Should().Contain("Zahlen Sie 50 Euro.");
    }

    [Fact]
    public async Task AChangedTextIsWarnedOf() =>
        Warning(await ShownAsync(Signed(Part.Replace("50", "5000", StringComparison.Ordinal), await SignatureAsync(Sender)))).Should().Contain("passt nicht zum Inhalt");

    [Fact]
    public async Task TheSignatureOfAnotherIsWarnedOf() =>
        Warning(await ShownAsync(Signed(Part, await SignatureAsync(Club)))).Should().Contain("gehört nicht zur Absenderadresse");

    [Fact]
    public async Task ASignatureByAKeyThatWasTakenBackIsWarnedOf() =>
        Warning(await ShownAsync(Signed(Part, await SignatureAsync("gesperrt@vereine.example")))).Should().Contain("gesperrt");

    [Fact]
    public async Task ASignatureByAStrangerIsWarnedOf()
    {
        await GpgAsync("--quick-generate-key", $"Beispielstadt <{Sender}>", "future-default", "default", "never");

        Warning(await ShownAsync(Signed(Part, await SignatureAsync(Sender, isStranger: true)))).Should().Contain("die Sandbox nicht kennt");
    }

    [Fact]
    public async Task AnEncryptedMailIsOpenedWithTheKeyOfItsMailbox()
    {
        var page = await ShownAsync(Encrypted(await EncryptAsync("--sign", "-u", Sender)), Club);

        page.Body!.TextContent.Should().Contain("Zahlen Sie 50 Euro.").And.Contain("OpenPGP mit AES-256 und Integritätscode").And.Contain("ECDH").And.Contain("Die Signatur stimmt");
    }

    [Fact]
    public async Task WhatIsNotSignedIsSaidToBeThat() =>
        (await ShownAsync(Encrypted(await EncryptAsync()), Club)).QuerySelector(".alert.caution[role=alert]")!.TextContent.Should().Contain("nicht signiert");

    [Fact]
    public async Task AnotherMailboxCannotOpenIt()
    {
        var text = (await ShownAsync(Encrypted(await EncryptAsync()), "gesperrt@vereine.example")).Body!.TextContent;

        text.Should().Contain("für keinen Schlüssel dieses Postfachs").And.NotContain("Zahlen Sie");
    }

    [Fact]
    public async Task WithoutIntegrityCodeNothingIsShown()
    {
        var text = (await ShownAsync(Encrypted(await EncryptAsync("--rfc2440", "--cipher-algo", "3DES", "--disable-mdc")), Club)).Body!.TextContent.Split("So ging sie")[0];

        text.Should().Contain("AES").And.NotContain("Zahlen Sie");
    }

    [Theory]
    [InlineData("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=x\r\n\r\n--x\r\n\r\n--x--")]
    [InlineData("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=x\r\n\r\n--x\r\n\r\na\r\n--x\r\n\r\nb\r\n--x--")]
    [InlineData("Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=x\r\n\r\n--x\r\n\r\na\r\n--x\r\n\r\n-----BEGIN PGP SIGNATURE-----\r\n--x--")]
    public async Task BrokenMailsHaveAPageToo(string entity) => (await ShownAsync(entity, Club)).Body!.TextContent.Should().Contain("Zum Posteingang");

    public async ValueTask DisposeAsync()
    {
        await RunAsync("gpgconf", ["--homedir", _folder.FullName, "--kill", "all"]);
        _folder.Delete(recursive: true);
    }

    private static string Warning(IDocument page)
    {
        var alert = page.QuerySelector(".alert.danger[role=alert]");
        alert.Should().NotBeNull();
        alert!.QuerySelector("h2")!.TextContent.Should().Contain("Warnung: Signatur ungültig");
        page.QuerySelector(".confirmed").Should().BeNull();
        return alert.TextContent;
    }

    private static string Signed(string part, string signature) =>
        "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-sha256; boundary=i\r\n\r\n--i\r\n" + part
        + $"\r\n--i\r\nContent-Type: application/pgp-signature\r\n\r\n{signature}\r\n--i--";

    private static string Encrypted(string message) =>
        "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=o\r\n\r\n--o\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n"
        + $"--o\r\nContent-Type: application/octet-stream\r\n\r\n{message}\r\n--o--";

    private async Task<string> SignatureAsync(string signer, bool isStranger = false)
    {
        if (!isStranger)
            await ImportAsync(signer);
        await WriteAsync(Part);
        await GpgAsync("--armor", "-u", signer, "--output", PathOf("signature.asc"), "--detach-sign", PathOf("part.eml"));
        return await File.ReadAllTextAsync(PathOf("signature.asc"));
    }

    private async Task<string> EncryptAsync(params string[] options)
    {
        await ImportAsync(Club);
        await ImportAsync(Sender);
        await WriteAsync(Part);
        await GpgAsync([.. options, "--armor", "-r", Club, "--output", PathOf("message.asc"), "--encrypt", PathOf("part.eml")]);
        return await File.ReadAllTextAsync(PathOf("message.asc"));
    }

    private Task WriteAsync(string part) => File.WriteAllBytesAsync(PathOf("part.eml"), Encoding.Latin1.GetBytes(part));

    // A key that was taken back signs nothing in gpg; its secret half alone does not say that it was.
    private async Task ImportAsync(string mailbox)
    {
        await File.WriteAllTextAsync(PathOf("key.asc"), await server.Http.GetStringAsync($"mail/keys/{mailbox}.asc"));
        await GpgAsync("--import", PathOf("key.asc"));
    }

    private async Task<IDocument> ShownAsync(string entity, string recipient = Club)
    {
        await using var talk = await SmtpTalk.ReadyAsync(server);
        await talk.SayAsync("MAIL FROM:<a@b.example>");
        await talk.SayAsync($"RCPT TO:<{recipient}>");
        await talk.SayAsync("DATA");
        var mail = $"From: {Sender}\r\nSubject: Bescheid\r\nMIME-Version: 1.0\r\n{entity}";
        var reply = await talk.SayAsync(mail.ReplaceLineEndings("\r\n").TrimEnd() + "\r\n.");
        reply.Should().StartWith("250");
        return new HtmlParser().ParseDocument(await server.Http.GetStringAsync($"mail/{reply.Trim().Split(' ')[^1]}"));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private async Task GpgAsync(params string[] arguments)
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "gpg"))))
            Assert.Skip("gpg is not installed.");
        var (exitCode, errors) = await RunAsync("gpg", ["--homedir", _folder.FullName, "--batch", "--yes", "--no-tty", "--trust-model", "always", "--pinentry-mode", "loopback", "--passphrase", "", .. arguments]);
        exitCode.Should().Be(0, errors);
    }

    private static async Task<(int ExitCode, string Errors)> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return (process.ExitCode, errors);
    }
}
