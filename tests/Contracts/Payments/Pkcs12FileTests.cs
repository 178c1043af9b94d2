using BaseComponents.Tests.Contracts.SecureMail;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>PKCS#12 files as operators send them, made by openssl; each thing that is wrong with one has a sentence of its own.</summary>
public sealed class Pkcs12FileTests : SandboxAndApplication
{
    private const string Unusable = "FAULT payments-certificate-unusable False";

    [Theory]
    [InlineData("-certpbe", "AES-256-CBC", "-keypbe", "AES-256-CBC")]
    [InlineData("-legacy", "-certpbe", "PBE-SHA1-RC2-40", "-keypbe", "PBE-SHA1-3DES")]
    public async Task A_file_that_this_system_can_read_is_used(params string[] ciphers)
    {
        using var openssl = OpenSsl.OrSkip();

        (await StartAsync(await ExportAsync(openssl, ciphers), "geheim")).Should().StartWith("RESULT Open http");
    }

    /// <summary>A system whose OpenSSL has no old ciphers, as a hardened one: the files that operators made years ago cannot be read there.</summary>
    [Fact]
    public async Task Old_ciphers_that_this_system_refuses_are_named_with_the_command_that_converts_the_file()
    {
        using var openssl = OpenSsl.OrSkip();
        var file = await ExportAsync(openssl, "-legacy", "-certpbe", "PBE-SHA1-RC2-40", "-keypbe", "PBE-SHA1-3DES");

        var said = await StartAsync(file, "geheim", ("OPENSSL_MODULES", "/nonexistent"));

        said.Should().StartWith(Unusable).And.Contain("old ciphers").And.Contain("openssl pkcs12 -legacy -in old.p12").And.NotContain("geheim");
    }

    [Fact]
    public async Task A_wrong_password_a_missing_key_and_a_damaged_file_are_told_apart()
    {
        using var openssl = OpenSsl.OrSkip();
        var file = await ExportAsync(openssl);
        (await StartAsync(file, "falsch")).Should().StartWith(Unusable).And.Contain("password does not open");

        await openssl.RunAsync("pkcs12", "-export", "-in", "client.pem", "-nokeys", "-out", "nokey.p12", "-passout", "pass:geheim");
        (await StartAsync(file.Replace("client.p12", "nokey.p12", StringComparison.Ordinal), "geheim")).Should().StartWith(Unusable).And.Contain("no private key");

        (await StartAsync(openssl.File("damaged.p12", openssl.Read("client.p12")[..200]), "geheim")).Should().StartWith(Unusable).And.Contain("damaged");
        (await StartAsync(openssl.File("text.p12", "no certificate at all"), "geheim")).Should().StartWith(Unusable).And.Contain("no PEM");
    }

    private async Task<string> ExportAsync(OpenSsl openssl, params string[] ciphers)
    {
        openssl.File("client.pem", Sandbox.Configuration["BaseComponents:Payments:ClientCertificatePem"]!);
        await openssl.RunAsync(["pkcs12", "-export", "-in", "client.pem", "-out", "client.p12", "-passout", "pass:geheim", .. ciphers]);
        return openssl.File("client.p12", openssl.Read("client.p12"));
    }

    private async Task<string> StartAsync(string file, string password, params (string Name, string Value)[] environment)
    {
        var settings = Sandbox.Configuration.AsEnumerable().Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key, setting => setting.Value);
        settings["BaseComponents:Payments:ClientCertificatePem"] = null;
        settings["BaseComponents:Payments:ClientCertificatePath"] = file;
        settings["BaseComponents:Payments:ClientCertificatePassword"] = password;
        var settingsFile = Path.Combine(Path.GetDirectoryName(file)!, "settings.json");
        await System.IO.File.WriteAllTextAsync(settingsFile, System.Text.Json.JsonSerializer.Serialize(settings), TestContext.Current.CancellationToken);
        await using var client = CrashClient.Start(settingsFile, DatabaseFile, environment);
        return await client.OutputAsync();
    }
}
