using System.Diagnostics;
using BaseComponents.Sandbox.Mail;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>swaks and curl as clients: programs that nobody here wrote.</summary>
public sealed class OtherClientsTests(MailServer server) : IClassFixture<MailServer>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mail-clients");

    [Fact]
    public async Task SwaksSendsWithStartTlsAndAuthentication()
    {
        var (exitCode, output) = await RunAsync(
            "swaks", "--server", "127.0.0.1", "--port", $"{server.Port}", "--tls", "--tls-verify", "--tls-ca-path", Root(), "--auth", "LOGIN", "--auth-user", server.User,
            "--auth-password", server.Password, "--from", "swaks@b.example", "--to", "steueramt@freiberg.amt.example,bauamt@freiberg.amt.example", "--header", "Subject: Gruss von swaks", "--body", "eins\n.\nzwei");

        exitCode.Should().Be(0, output);
        var kept = (await server.ListAsync()).Single(mail => mail.Sender == "swaks@b.example");
        (kept.Subject, kept.Recipients.Count).Should().Be(("Gruss von swaks", 2));
        kept.Tls.Should().StartWith("Tls1");
        (await server.RawAsync(kept.Id)).Should().Contain("\r\neins\r\n.\r\nzwei");
    }

    [Fact]
    public async Task CurlSendsWithStartTlsAndAuthentication()
    {
        var mail = Path.Combine(_folder.FullName, "mail.txt");
        await File.WriteAllTextAsync(mail, "Subject: Gruss von curl\r\n\r\n.Punkt\r\n");

        var (exitCode, output) = await RunAsync(
            "curl", "-sv", "--ssl-reqd", "--cacert", Root(), $"smtp://127.0.0.1:{server.Port}/test.example", "--user", $"{server.User}:{server.Password}",
            "--mail-from", "curl@b.example", "--mail-rcpt", "steueramt@freiberg.amt.example", "--upload-file", mail);

        exitCode.Should().Be(0, output);
        var kept = (await server.ListAsync()).Single(mail => mail.Sender == "curl@b.example");
        (await server.RawAsync(kept.Id)).Should().EndWith("\r\n\r\n.Punkt\r\n");
    }

    [Fact]
    public async Task CurlRefusesTheServerWhereTheRootIsNotTrustedAndWhereTlsIsStripped()
    {
        var (untrusted, _) = await RunAsync("curl", "-s", "--ssl-reqd", $"smtp://127.0.0.1:{server.Port}", "--mail-from", "curl@b.example", "--mail-rcpt", "a@b.example", "--upload-file", Root());
        untrusted.Should().Be(60);
        await server.ArmAsync("mail.starttls.missing");
        var (stripped, _) = await RunAsync("curl", "-s", "--ssl-reqd", "--cacert", Root(), $"smtp://127.0.0.1:{server.Port}", "--mail-from", "curl@b.example", "--mail-rcpt", "a@b.example", "--upload-file", Root());
        stripped.Should().Be(64);
    }

    [Fact]
    public async Task SwaksIsToldWhenTheRecipientIsARealDomain()
    {
        var (exitCode, output) = await RunAsync(
            "swaks", "--server", "127.0.0.1", "--port", $"{server.Port}", "--tls", "--auth-user", server.User, "--auth-password", server.Password, "--from", "a@b.example", "--to", "erika@freiberg.de");

        exitCode.Should().Be(24);
        output.Should().Contain("550 5.7.1");
    }

    [Fact]
    public async Task SwaksIsToldWhenTheGatewayCannotEncryptAndCurlHasItsMailEncrypted()
    {
        var (exitCode, output) = await RunAsync(
            "swaks", "--server", "127.0.0.1", "--port", $"{server.Port}", "--tls", "--auth-user", server.User, "--auth-password", server.Password, "--from", "a@b.example", "--to", SandboxMailboxes.OutOfReach, "--header", "X-Sandbox-Encrypt: yes");
        exitCode.Should().Be(26, output);
        output.Should().Contain("550 5.7.1");

        var mail = Path.Combine(_folder.FullName, "sicher.txt");
        await File.WriteAllTextAsync(mail, "Subject: [sicher] Gruss\r\n\r\nKanarienvogel\r\n");
        var (sent, said) = await RunAsync(
            "curl", "-sv", "--ssl-reqd", "--cacert", Root(), $"smtp://127.0.0.1:{server.Port}/test.example", "--user", $"{server.User}:{server.Password}",
            "--mail-from", "curl-sicher@b.example", "--mail-rcpt", "steueramt@freiberg.amt.example", "--upload-file", mail);

        sent.Should().Be(0, said);
        var kept = (await server.ListAsync()).Single(one => one.Sender == "curl-sicher@b.example");
        (await server.Http.GetStringAsync($"mail/{kept.Id}/gateway/1.eml", TestContext.Current.CancellationToken)).Should().Contain("application/pkcs7-mime").And.NotContain("Kanarienvogel");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Root()
    {
        var file = Path.Combine(_folder.FullName, "root.pem");
        File.WriteAllText(file, server.RootPem);
        return file;
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        if (!IsInstalled(program))
            Assert.Skip($"{program} is not installed.");
        var (exitCode, output) = await StartAsync(program, arguments);
        // swaks does without the module until TLS is asked for.
        if (output.Contains("requires Net::SSLeay", StringComparison.Ordinal))
            Assert.Skip("The Perl module Net::SSLeay (libnet-ssleay-perl) is not installed.");
        return (exitCode, output);
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<(int ExitCode, string Output)> StartAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return (process.ExitCode, await output + await errors);
    }
}
