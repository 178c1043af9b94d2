using System.Diagnostics;
using AngleSharp.Html.Parser;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>Mails that openssl made: sealed, signed as a whole in either form, and signed in a part only.</summary>
public sealed class InboxJudgesSignaturesTests(MailServer server) : IClassFixture<MailServer>, IDisposable
{
    private const string Sender = "onlinedienste@beispielstadt.example";
    private const string Office = "steueramt@freiberg.amt.example";
    private const string Good = "Die Signatur stimmt, das Zertifikat gehört zur Absenderadresse.";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inbox-openssl");

    [Theory]
    [InlineData("-nodetach")]
    [InlineData("-binary")]
    public async Task ASignatureOverTheWholeIsGoodInEitherForm(string form)
    {
        var signed = await SignAsync("Content-Type: text/plain\r\n\r\nganz signiert\r\n", form, "-from", Sender, "-to", Office, "-subject", "Antrag");

        (await ShownAsync(signed)).Should().Contain(Good).And.Contain("ganz signiert");
    }

    [Fact]
    public async Task ASignatureOfSomebodyElseIsSaidToBeThat()
    {
        var signed = await SignAsync("Content-Type: text/plain\r\n\r\nText\r\n", "-nodetach", "-from", "amtsleitung@beispielstadt.example", "-to", Office, "-subject", "Antrag");

        (await ShownAsync(signed)).Should().Contain("das Zertifikat gehört nicht zur Absenderadresse");
    }

    [Fact]
    public async Task ASignedPartDoesNotMakeTheMailSigned()
    {
        var part = await SignAsync("Content-Type: text/plain\r\n\r\nsigniert\r\n", "-binary");

        var shown = await ShownAsync($"From: {Sender}\r\nSubject: Antrag\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=aussen\r\n\r\n--aussen\r\n\r\nnicht signiert\r\n--aussen\r\n{part}\r\n--aussen--\r\n");

        shown.Should().Contain("Nur ein Teil der Nachricht ist signiert").And.NotContain(Good);
    }

    [Theory]
    [InlineData("-aes-256-gcm", "AES-256-GCM")]
    [InlineData("-aes-128-cbc", "AES-128-CBC")]
    [InlineData("-des3", "3DES (veraltet)")]
    public async Task WhatOpensslSealedIsOpenedAndItsCipherNamed(string cipher, string name)
    {
        await File.WriteAllBytesAsync(PathOf("office.pem"), await server.Http.GetByteArrayAsync($"mail/keys/{Office}.pem"));
        await File.WriteAllTextAsync(PathOf("in.eml"), "Content-Type: text/plain\r\n\r\nversiegelt\r\n");

        await RunAsync("cms", "-encrypt", "-in", "in.eml", "-out", "out.eml", cipher, "-from", Sender, "-to", Office, "-subject", "Antrag", "office.pem");

        (await ShownAsync(await File.ReadAllTextAsync(PathOf("out.eml")))).Should().Contain("versiegelt").And.Contain(name).And.Contain("nicht signiert");
    }

    [Fact]
    public async Task AChangedSealIsNotOpened()
    {
        await File.WriteAllBytesAsync(PathOf("office.pem"), await server.Http.GetByteArrayAsync($"mail/keys/{Office}.pem"));
        await File.WriteAllTextAsync(PathOf("in.eml"), "Content-Type: text/plain\r\n\r\nversiegelt\r\n");
        await RunAsync("cms", "-encrypt", "-in", "in.eml", "-outform", "DER", "-out", "out.der", "-aes-256-gcm", "office.pem");
        var changed = await File.ReadAllBytesAsync(PathOf("out.der"));
        changed[^1] ^= 1;

        var shown = await ShownAsync($"From: {Sender}\r\nContent-Type: application/pkcs7-mime; smime-type=authEnveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(changed, Base64FormattingOptions.InsertLineBreaks)}\r\n");

        shown.Should().Contain("ließ sich die Nachricht nicht öffnen").And.NotContain("versiegelt");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> SignAsync(string content, params string[] arguments)
    {
        await File.WriteAllBytesAsync(PathOf("sender.pem"), await server.Http.GetByteArrayAsync($"mail/keys/{Sender}.pem"));
        await File.WriteAllTextAsync(PathOf("content.eml"), content);
        await RunAsync(["cms", "-sign", "-in", "content.eml", "-out", "signed.eml", "-signer", "sender.pem", "-md", "sha256", .. arguments]);
        return await File.ReadAllTextAsync(PathOf("signed.eml"));
    }

    private async Task<string> ShownAsync(string mail)
    {
        await using var talk = await SmtpTalk.ReadyAsync(server);
        await talk.SayAsync("MAIL FROM:<a@b.example>");
        await talk.SayAsync($"RCPT TO:<{Office}>");
        await talk.SayAsync("DATA");
        var reply = await talk.SayAsync(mail.ReplaceLineEndings("\r\n").TrimEnd() + "\r\n.");
        reply.Should().StartWith("250");
        var page = await server.Http.GetStringAsync($"mail/{reply.Trim().Split(' ')[^1]}");
        // What crossed the wire is shown below and proves nothing.
        return new HtmlParser().ParseDocument(page).Body!.TextContent.Split("So ging sie über die Leitung")[0];
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private async Task RunAsync(params string[] arguments)
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "openssl"))))
            Assert.Skip("openssl is not installed.");
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _folder.FullName, RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        process.ExitCode.Should().Be(0, errors);
    }
}
