using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.SecureMail;

/// <summary>Settings are checked when the host starts, each with a sentence that names the setting.</summary>
public sealed class SettingsTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    public static TheoryData<string, Action<SecureMailOptions>> Broken { get; } = new()
    {
        { "Environment", options => options.Environment = null },
        { "Host", options => options.Smtp.Host = null },
        { "Port", options => options.Smtp.Port = 0 },
        { "Smtp: a user", options => (options.Smtp.User, options.Smtp.Password) = ("user", null) },
        { "LocalName", options => options.Smtp.LocalName = "a\r\nb" },
        { "Smtp:TrustAnchorsPem", options => options.Smtp.TrustAnchorsPem = "nonsense" },
        { "Sender:Address", options => options.Sender.Address = "Amt <amt@stadt.example>" },
        { "DisplayName", options => options.Sender.DisplayName = "a\r\nBcc: b" },
        { "Sender:Certificate", options => options.Sender.Certificate = new CertificateOptions() },
        { "Sender:Certificate", options => options.Sender.Certificate = new CertificateOptions { Path = "/nowhere.p12" } },
        { "MessageIdSecret", options => options.Sender.MessageIdSecret = "short" },
        { "TrustAnchorsPem", options => options.TrustAnchorsPem = "nonsense" },
        { "TrustAnchorsPem", options => options.TrustAnchorsPem = null },
        { "Recipients:0:Address", options => options.Recipients[0].Address = "nobody" },
        { "Recipients:0:CertificatePem", options => options.Recipients[0].CertificatePem = "nonsense" },
        { "twice", options => options.Recipients.Add(options.Recipients[0]) },
        { "DecryptionKeys:0", options => options.DecryptionKeys[0].KeyPem = "nonsense" },
        { "TimeStampAnchorsPem", options => options.TimeStampAnchorsPem = "nonsense" },
        { "Revocation:ListPaths:0", options => options.Revocation.ListPaths = ["/nowhere.crl"] },
        { "Revocation:ListPaths:1", options => options.Revocation.ListPaths = [OneList(), typeof(SettingsTests).Assembly.Location] },
        { "Revocation:Lists", options => options.Revocation.Lists = [[1, 2, 3]] },
        { "Revocation:TrustedHosts", options => options.Revocation.TrustedHosts = ["http://amt.example/"] },
        { "Revocation:Proxy", options => options.Revocation.Proxy = new Uri("ftp://proxy.example/") },
        { "Timeout", options => options.Revocation.Timeout = TimeSpan.Zero },
        { "MaxListSize", options => options.Revocation.MaxListSize = 1 },
        { "MaxMessageSize", options => options.Limits.MaxMessageSize = 1 },
    };

    private static readonly string _list = Path.Combine(Path.GetTempPath(), $"one-{Guid.NewGuid():N}.crl");

    private static string OneList()
    {
        using var mint = new CertificateMint(TimeProvider.System);
        File.WriteAllBytes(_list, mint.List([]));
        return _list;
    }

    public void Dispose() => File.Delete(_list);

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Broken))]
    public async Task ABrokenSettingStopsTheStart(string named, Action<SecureMailOptions> spoil)
    {
        using var host = Host("Development", options => spoil(options));

        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain(named);
    }

    [Fact]
    public async Task GoodSettingsStart()
    {
        using var host = Host("Production", options => (options.Environment, options.Outbox.DirectSending) = (SecureMailEnvironment.Production, true));

        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public async Task WhereRealMailGoesTheOutboxIsMissed()
    {
        using var host = Host("Production", options => options.Environment = SecureMailEnvironment.Production);

        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("has no outbox").And.Contain("Outbox:DirectSending");
    }

    [Fact]
    public async Task TheSandboxDoesNotStartInProduction()
    {
        using var host = Host("Production", options => options.Environment = SecureMailEnvironment.Sandbox);

        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("BaseComponents:SecureMail is set to the Sandbox");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ProductionTrustsNoSandbox(bool inTls)
    {
        using var key = RSA.Create(2048);
        using var root = new CertificateRequest("CN=BaseComponents Sandbox CA", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(lab.Clock.GetUtcNow().AddDays(-1), lab.Clock.GetUtcNow().AddDays(1));
        using var host = Host("Production", options =>
        {
            options.Environment = SecureMailEnvironment.Production;
            (options.TrustAnchorsPem, options.Smtp.TrustAnchorsPem) = inTls ? (options.TrustAnchorsPem, root.ExportCertificatePem()) : (root.ExportCertificatePem(), null);
        });

        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain(inTls ? ":Smtp:TrustAnchorsPem holds" : "Mail:TrustAnchorsPem holds");
    }

    [Fact]
    public async Task TenantsAreKeptApart()
    {
        var other = lab.Authority.Issue("antrag@dorf.example");
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(lab.Clock);
        services.AddSecureMail("stadt", Section("A")).Configure(lab.Fill);
        services.AddSecureMail("dorf", Section("B")).Configure(options =>
        {
            lab.Fill(options);
            (options.Sender.Address, options.Sender.Certificate) = (other.Address, other.ToOptions());
            (options.Recipients, options.DecryptionKeys) = ([], [other.ToOptions()]);
        });
        await using var provider = services.BuildServiceProvider();
        var message = new SecureMessage { To = [MailLab.Office], Subject = "Antrag", Text = "Text" };

        var town = () => provider.GetRequiredKeyedService<ISecureMailClient>("stadt").SendAsync(message);
        var village = () => provider.GetRequiredKeyedService<ISecureMailClient>("dorf").SendAsync(message);
        var reading = () => provider.GetRequiredKeyedService<ISecureMailReader>("dorf").OpenAsync(new MemoryStream(Forge.Mail(Forge.Encrypted(Forge.Part, lab.SenderKey))));

        (await town.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.ServerUnreachable);
        (await village.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.NoCertificate);
        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.CannotDecrypt);
        provider.GetService<ISecureMailClient>().Should().BeNull();
    }

    private IHost Host(string environment, Action<SecureMailOptions> change)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment, DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(lab.Clock);
        builder.Services.AddSecureMail(Section("BaseComponents:SecureMail")).Configure(options =>
        {
            lab.Fill(options);
            change(options);
        });
        return builder.Build();
    }

    private static IConfigurationSection Section(string name) => new ConfigurationBuilder().Build().GetSection(name);
}
