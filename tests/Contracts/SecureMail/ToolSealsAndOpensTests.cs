using System.Text.Json;
using System.Text.Json.Nodes;
using BaseComponents.Sandbox.Mail;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary><c>basecomponents mail</c> as its users run it, against openssl in both directions.</summary>
public sealed class ToolSealsAndOpensTests(MailSandbox sandbox) : IClassFixture<MailSandbox>, IDisposable
{
    private const string Canary = "Kanarienvogel Erika Mustermann";
    private readonly string _folder = Directory.CreateTempSubdirectory("mail-tool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Cbc", "AES-256-CBC")]
    [InlineData("Gcm", "AES-256-GCM")]
    public async Task OpenSslOpensAndVerifiesWhatTheToolSealed(string encryption, string name)
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("office.pem", await sandbox.KeyPemAsync(MailSandbox.Office));
        openssl.File("anchors.pem", sandbox.Section["TrustAnchorsPem"]!);
        var file = Write("bescheid.txt", Canary);
        var settings = Settings(("DefaultContentEncryption", encryption));

        var (code, said) = await ToolAsync("seal", file, "--to", MailSandbox.Office, "--subject", "Antrag", "--text", "Siehe Anlage", "--out", PathOf("sealed.eml"), "--settings", settings);
        var (explained, words) = await ToolAsync("explain", PathOf("sealed.eml"), "--settings", settings);

        code.Should().Be(0, said);
        openssl.File("sealed.eml", await File.ReadAllBytesAsync(PathOf("sealed.eml")));
        await openssl.RunAsync("cms", "-decrypt", "-in", "sealed.eml", "-recip", "office.pem", "-inkey", "office.pem", "-out", "signed.eml");
        await openssl.RunAsync("cms", "-verify", "-in", "signed.eml", "-CAfile", "anchors.pem", "-purpose", "smimesign", "-out", "content.eml");
        System.Text.Encoding.ASCII.GetString(openssl.Read("content.eml")).Should().Contain("Siehe Anlage").And.Contain(Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(Canary)));
        // The mail is for the office, so the sender's own keys see its outside only.
        (explained, words).Should().Match<(int Code, string Said)>(result => result.Code == 1 && result.Said.Contains(name) && result.Said.Contains("serial") && result.Said.Contains("mail.cannot-decrypt"));
        words.Should().NotContain("steueramt");
    }

    [Theory]
    [InlineData("-aes256")]
    [InlineData("-aes-256-gcm")]
    public async Task TheToolOpensWhatOpenSslSealed(string cipher)
    {
        using var openssl = OpenSsl.OrSkip();
        await SealAsync(openssl, cipher);
        var settings = Settings();

        var (code, said) = await ToolAsync("open", PathOf("mail.eml"), "--out", PathOf("out"), "--settings", settings);
        var (verified, json) = await ToolAsync("verify", PathOf("mail.eml"), "--settings", settings, "--json");
        var (explained, words) = await ToolAsync("explain", PathOf("mail.eml"), "--settings", settings, "--json");

        (code, verified, explained).Should().Be((0, 0, 0), said);
        (await File.ReadAllTextAsync(Path.Combine(PathOf("out"), "message.txt"))).Trim().Should().Be(Canary);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(PathOf("out"), "message.txt")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        JsonNode.Parse(json)!["verdict"]!.GetValue<string>().Should().Be("Valid");
        JsonNode.Parse(words)!["layers"]!.AsArray().Select(layer => layer!["kind"]!.GetValue<string>()).Should().Equal("encryption", "signature");
        (said + json + words).Should().NotContain("Kanarienvogel").And.NotContain(MailSandbox.Office);
    }

    [Fact]
    public async Task AForgedMailIsNotWrittenUnlessItIsAskedFor()
    {
        var mail = Write("mail.eml", $"From: {MailSandbox.Office}\r\nContent-Type: text/plain\r\n\r\n{Canary}");
        var settings = Settings();

        var (code, _) = await ToolAsync("open", mail, "--out", PathOf("out"), "--settings", settings);
        Directory.Exists(PathOf("out")).Should().BeFalse();
        var (asked, _) = await ToolAsync("open", mail, "--out", PathOf("out"), "--settings", settings, "--unverified");

        (code, asked).Should().Be((1, 1));
        (await File.ReadAllTextAsync(Path.Combine(PathOf("out"), "message.txt"))).Should().Be(Canary);
        (await ToolAsync("open", mail, "--out", PathOf("out"), "--settings", settings, "--unverified")).Code.Should().Be(2, "nothing is overwritten");
    }

    [Fact]
    public async Task APartThatIsEncryptedByItselfIsNamed()
    {
        const string Closed = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nx\r\n--x--\r\n";
        var mail = Write("mail.eml", $"From: {MailSandbox.Office}\r\n{Closed}");
        var settings = Settings();

        (await ToolAsync("verify", mail, "--settings", settings)).Said.Should().Contain("A part below its root is encrypted.");
        (await ToolAsync("explain", mail, "--settings", settings)).Said.Should().Contain("A part below its root is encrypted.");
        JsonNode.Parse((await ToolAsync("explain", mail, "--settings", settings, "--json")).Said)!["encryptedPart"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task WhatCannotBeDoneEndsWithTwoAndLeavesNoFile()
    {
        var settings = Settings();

        (await ToolAsync("seal", "--to", SandboxMailboxes.WithoutCertificate, "--subject", "Antrag", "--out", PathOf("sealed.eml"), "--settings", settings)).Should()
            .Match<(int Code, string Said)>(result => result.Code == 2 && result.Said.Contains("recipient.no-certificate"));
        (await ToolAsync("verify", PathOf("missing.eml"), "--settings", settings)).Code.Should().Be(2);
        (await ToolAsync("verify", settings, "--settings", settings, "--section", "Nowhere")).Code.Should().Be(2);
        Directory.GetFiles(_folder).Should().Equal(settings);
    }

    private async Task SealAsync(OpenSsl openssl, string cipher)
    {
        openssl.File("office.pem", await sandbox.KeyPemAsync(MailSandbox.Office));
        openssl.File("recipient.pem", await sandbox.KeyPemAsync(SandboxMailboxes.Sender));
        openssl.File("content.eml", $"Content-Type: text/plain\r\n\r\n{Canary}\r\n");
        await openssl.RunAsync("cms", "-sign", "-in", "content.eml", "-out", "signed.eml", "-signer", "office.pem", "-inkey", "office.pem", "-md", "sha256");
        await openssl.RunAsync("cms", "-encrypt", "-in", "signed.eml", "-out", "sealed.eml", cipher, "-from", MailSandbox.Office, "-to", SandboxMailboxes.Sender, "-subject", "Bescheid", "-recip", "recipient.pem");
        await File.WriteAllBytesAsync(PathOf("mail.eml"), openssl.Read("sealed.eml"));
    }

    private static Task<(int Code, string Said)> ToolAsync(params string[] arguments) =>
        Peer.RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "BaseComponents.Tool.dll"), "mail", .. arguments], AppContext.BaseDirectory);

    private string Settings(params (string Key, string Value)[] changes)
    {
        var values = sandbox.Section.AsEnumerable(makePathsRelative: true).Where(setting => setting.Value is not null).ToDictionary(setting => "BaseComponents:SecureMail:" + setting.Key, setting => setting.Value);
        foreach (var (key, value) in changes)
            values["BaseComponents:SecureMail:" + key] = value;
        return Write("settings.json", JsonSerializer.Serialize(values));
    }

    private string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
