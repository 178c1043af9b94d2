using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Payments;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThreeTowns;

namespace BaseComponents.Tests.Journeys.Hosting;

/// <summary>The settings of docs/hosting.md, with a throw-away certificate for every path and a file for every secret, as an operator would lay them down.</summary>
public sealed partial class ThreeTownsTests : IDisposable
{
    private const string Password = "throw-away";
    private static readonly string[] Names = ["freiberg", "annaberg-buchholz", "plauen"];
    // One for all: making keys takes long.
    private static readonly RSA Key = RSA.Create(3072);
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("towns-");

    [Fact]
    public async Task Three_towns_start_in_one_process_and_are_apart()
    {
        await using var app = Build();
        await app.StartAsync(Cancelled);

        foreach (var name in Names)
        {
            app.Services.GetRequiredKeyedService<IPaymentClient>(name).Should().NotBeNull();
            app.Services.GetRequiredKeyedService<ISecureMailClient>(name).Should().NotBeNull();
            (await app.Services.GetRequiredKeyedService<ISecureMailOutboxOperations>(name).ListAsync(new OutboxFilter(), Cancelled).CountAsync(Cancelled)).Should().Be(0);
            (await app.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync($"bundid-{name}")).Should().NotBeNull();
        }

        Names.Select(name => app.Services.GetRequiredService<IOptionsMonitor<BundIdOptions>>().Get($"bundid-{name}").SignInScheme).Should().OnlyHaveUniqueItems();
        Names.Select(name => app.Services.GetRequiredService<IOptionsMonitor<SecureMailOptions>>().Get(name).Sender.Address).Should().OnlyHaveUniqueItems();
        await app.StopAsync(Cancelled);
    }

    [Theory]
    [InlineData("Towns:plauen:BundId:SignInScheme", "session-freiberg")]
    [InlineData("Towns:plauen:BundId:EntityId", "http://hundesteuer.plauen.example/bundid")]
    [InlineData("Towns:plauen:Payments:EndPointId", null)]
    [InlineData("Towns:plauen:SecureMail:Smtp:Host", null)]
    [InlineData("Towns:plauen:SecureMail:Revocation:ListPaths:0", "nowhere.crl")]
    public async Task Nothing_starts_while_the_settings_of_one_town_are_wrong(string key, string? value)
    {
        await using var app = Build((key, value));

        await app.Invoking(host => host.StartAsync(Cancelled)).Should().ThrowAsync<OptionsValidationException>();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private WebApplication Build(params (string Key, string? Value)[] changes)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddJsonFile(LaidDown()).AddKeyPerFile(Path.Combine(_folder.FullName, "secrets"))
            .AddInMemoryCollection(changes.Select(change => KeyValuePair.Create(change.Key, change.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDataProtection().PersistKeysToFileSystem(_folder.CreateSubdirectory("keys")).ProtectKeysWithCertificate(Certificate("CN=keys"));
        builder.Services.AddTowns(builder.Configuration, database => database.UseSqlite($"Data Source={_folder.FullName}/towns.db;Pooling=False"));
        return builder.Build();
    }

    // The paths of the file, below a folder of the test.
    private string LaidDown()
    {
        var text = File.ReadAllText(Path.Combine(TestPaths.Root, "samples", "ThreeTowns", "appsettings.json"));
        var mine = PathInSettings().Replace(text, match => '"' + _folder.FullName + match.Groups["path"].Value + '"');
        using var authority = new ThrowAwayMailAuthority();
        foreach (Match match in PathInSettings().Matches(text))
            LayDown(match.Groups["path"].Value, authority);
        foreach (var name in Names)
            WriteSecrets(name, authority);
        var file = Path.Combine(_folder.FullName, "appsettings.json");
        File.WriteAllText(file, mine);
        return file;
    }

    private void LayDown(string path, ThrowAwayMailAuthority authority)
    {
        var file = Directory.CreateDirectory(_folder.FullName + Path.GetDirectoryName(path)).FullName + "/" + Path.GetFileName(path);
        if (path.EndsWith(".crl", StringComparison.Ordinal))
            File.WriteAllBytes(file, RevocationList());
        else if (path.EndsWith("/mail.p12", StringComparison.Ordinal))
            File.WriteAllBytes(file, MailKey(authority, path));
        else
            File.WriteAllBytes(file, Certificate("CN=" + Path.GetFileNameWithoutExtension(path)).Export(X509ContentType.Pkcs12, Password));
    }

    private static byte[] MailKey(ThrowAwayMailAuthority authority, string path)
    {
        var key = authority.Issue($"hundesteuer@{path.Split('/')[^2]}.example");
        using var certificate = X509Certificate2.CreateFromPem(key.CertificatePem, key.KeyPem);
        return certificate.Export(X509ContentType.Pkcs12, Password);
    }

    private static byte[] RevocationList()
    {
        using var issuer = Certificate("CN=issuer", isAuthority: true);
        return new CertificateRevocationListBuilder().Build(issuer, 1, DateTimeOffset.UtcNow.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private void WriteSecrets(string town, ThrowAwayMailAuthority authority)
    {
        var secrets = _folder.CreateSubdirectory("secrets").FullName;
        void Write(string key, string value) => File.WriteAllText(Path.Combine(secrets, $"Towns__{town}__{key}"), value);
        Write("BundId__SigningCertificate__Password", Password);
        Write("BundId__DecryptionCertificates__0__Password", Password);
        Write("BundId__IdentityProvider__CertificatesPem", Certificate("CN=identity provider").ExportCertificatePem());
        Write("Payments__ClientCertificatePassword", Password);
        Write("SecureMail__Sender__Certificate__Password", Password);
        Write("SecureMail__TrustAnchorsPem", authority.AnchorPem);
    }

    private static X509Certificate2 Certificate(string name, bool isAuthority = false)
    {
        var request = new CertificateRequest(name, Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (isAuthority)
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.KeyCertSign, critical: true));
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        }

        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }

    [GeneratedRegex("\"(?<path>/(etc|var)/[^\"]+)\"")]
    private static partial Regex PathInSettings();
}
