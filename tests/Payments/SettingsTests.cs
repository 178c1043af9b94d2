using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Payments;

/// <summary>Settings are checked when the host starts, each with a sentence that names the setting.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Environment", null, "Environment")]
    [InlineData("BaseAddress", null, "BaseAddress")]
    [InlineData("BaseAddress", "http://bezahldienst.example/", "https")]
    [InlineData("BaseAddress", "/relative", "https")]
    [InlineData("OriginatorId", null, "OriginatorId")]
    [InlineData("OriginatorId", "a/../b", "OriginatorId")]
    [InlineData("EndPointId", "1234567890123456789012345678901234567", "EndPointId")]
    [InlineData("ClientCertificatePem", null, "client certificate")]
    [InlineData("ClientCertificatePath", "also.p12", "client certificate")]
    [InlineData("Timeout", "00:00:00", "Timeout")]
    [InlineData("ExpireAfter", "91.00:00:00", "ExpireAfter")]
    [InlineData("WatchForLatePayment", "-00:00:01", "WatchForLatePayment")]
    [InlineData("Reconciler:Interval", "00:00:00", "Reconciler:Interval")]
    [InlineData("Reconciler:Lease", "00:00:01", "Reconciler:Lease")]
    [InlineData("Reconciler:BatchSize", "0", "BatchSize")]
    [InlineData("Reconciler:Delays:0", "00:00:00", "Reconciler:Delays")]
    [InlineData("TrustAnchorsPem", "nonsense", "TrustAnchorsPem")]
    public void A_broken_setting_stops_the_start(string key, string? value, string named) =>
        Starting("Development", [(key, value)]).Should().Throw<OptionsValidationException>().WithMessage($"*{named}*");

    [Fact]
    public void Good_settings_start() => Starting("Development").Should().NotThrow();

    [Fact]
    public void The_sandbox_does_not_start_in_production() =>
        Starting("Production").Should().Throw<OptionsValidationException>().WithMessage("*BaseComponents:Payments is set to the Sandbox*");

    [Theory]
    [InlineData("Test")]
    [InlineData("Production")]
    public void Outside_the_sandbox_payments_need_a_store_that_lasts(string environment) =>
        Starting("Production", [("Environment", environment)]).Should().Throw<OptionsValidationException>().WithMessage("*durable store*");

    [Fact]
    public void Production_starts_with_a_store_that_lasts() => Starting("Production", [.. Production("Behörden-CA")], WithStore).Should().NotThrow();

    [Fact]
    public void Production_does_not_start_with_a_certificate_of_the_sandbox() =>
        Starting("Production", [.. Production("BaseComponents Sandbox CA")], WithStore).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().HaveCount(2).And.Contain(failure => failure.Contains("TrustAnchorsPem")).And.Contain(failure => failure.Contains("client certificate: it was issued by a Sandbox"));

    [Fact]
    public void Production_does_not_start_with_a_certificate_that_cannot_be_read() =>
        Starting("Production", [("Environment", "Production")], WithStore).Should().Throw<OptionsValidationException>().WithMessage("*client certificate*could not be read*");

    [Fact]
    public void A_certificate_from_code_is_not_fetched_at_the_start() =>
        Starting("Production", [("Environment", "Production"), ("ClientCertificatePem", null)], payments => WithStore(payments.UseClientCertificate(() => throw new InvalidOperationException("The card is not inserted."))))
            .Should().NotThrow();

    [Theory]
    [InlineData("https://localhost:8443/")]
    [InlineData("https://127.0.0.1/xbezahldienste/")]
    [InlineData("https://[::1]/")]
    public void Production_is_not_on_this_machine(string address) =>
        Starting("Production", [.. Production("Behörden-CA"), ("BaseAddress", address)], WithStore).Should().Throw<OptionsValidationException>().WithMessage("*on this machine*");

    [Fact]
    public void The_return_page_needs_the_public_address() =>
        Starting("Development", [("PublicAddress", null)], payments => payments.AddReturnPage()).Should().Throw<OptionsValidationException>().WithMessage("*PublicAddress*");

    [Fact]
    public void Outside_the_sandbox_the_return_page_needs_https_and_keys_that_are_kept() =>
        Starting("Production", [("Environment", "Test")], payments => WithStore(payments.AddReturnPage())).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().HaveCount(2).And.Contain(failure => failure.Contains("https")).And.Contain(failure => failure.Contains("Data Protection"));

    [Theory]
    [InlineData("Production", "https://epayment-stage.dataport.de/konnektor/epayment/", "test stage")]
    [InlineData("Test", "https://epayment.dataport.de/konnektor/epayment/", "real service")]
    public void A_host_of_the_other_stage_is_refused(string environment, string address, string named) =>
        Starting("Production", [.. Production("Behörden-CA"), ("Environment", environment), ("BaseAddress", address)], WithStore).Should().Throw<OptionsValidationException>().WithMessage($"*{named}*");

    [Theory]
    [InlineData("BaseAddress", "https://bezahldienst.example/test/")]
    [InlineData("ClientCertificatePem", null)]
    [InlineData("Credentials:Secret", "one secret")]
    public void Test_and_production_in_one_process_share_nothing(string setting, string? value)
    {
        var production = Production("Behörden-CA");
        var start = StartingBoth(
            [.. production, (setting, value ?? production[1].Item2)],
            [.. Production("Behörden-CA"), ("Environment", "Test"), ("BaseAddress", "https://test.example/"), (setting, value ?? production[1].Item2)]);

        start.Should().Throw<OptionsValidationException>().WithMessage($"*both have the same {setting.Split(':')[^1]}*");
    }

    [Fact]
    public void Test_and_production_in_one_process_start_when_they_share_nothing() =>
        StartingBoth([.. Production("Behörden-CA")], [.. Production("Behörden-CA"), ("Environment", "Test"), ("BaseAddress", "https://test.example/")]).Should().NotThrow();

    [Theory]
    [InlineData("OAuth2", "Credentials:Name", "a", "Name and Secret")]
    [InlineData("OAuth2", "Credentials:TokenAddress", "http://tokens.example/", "TokenAddress")]
    [InlineData("Basic", "Credentials:Secret", "b", "Name and Secret")]
    [InlineData("Basic", "Credentials:Name", "a:b", "colon")]
    [InlineData("ClientCertificate", "Credentials:Secret", "b", "Authentication is ClientCertificate")]
    public void Credentials_fit_the_way_of_authentication(string way, string key, string value, string named) =>
        Starting("Development", [("Authentication", way), (key, value)]).Should().Throw<OptionsValidationException>().WithMessage($"*{named}*");

    [Fact]
    public void With_name_and_password_no_client_certificate_is_needed() =>
        Starting("Development", [("Authentication", "Basic"), ("Credentials:Name", "a"), ("Credentials:Secret", "b"), ("ClientCertificatePem", null)]).Should().NotThrow();

    private static Action StartingBoth((string, string?)[] first, (string, string?)[] second) => () =>
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
        foreach (var (name, changes) in new[] { ("one", first), ("two", second) })
        {
            builder.Configuration.AddInMemoryCollection(Settings.Valid(changes).Select(setting => KeyValuePair.Create($"{name}:{setting.Key[(Settings.Section.Length + 1)..]}", setting.Value)));
            WithStore(builder.Services.AddPayments(name, builder.Configuration.GetSection(name)));
        }

        using var built = builder.Build();
        built.Services.GetRequiredService<IStartupValidator>().Validate();
    };

    private static (string, string?)[] Production(string issuer)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={issuer}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var pem = certificate.ExportCertificatePem();
        return [("Environment", "Production"), ("ClientCertificatePem", $"{pem}\n{key.ExportPkcs8PrivateKeyPem()}"), ("TrustAnchorsPem", pem)];
    }

    private static void WithStore(PaymentsBuilder payments) => payments.UseStore(static _ => new CarelessStore());

    private static Action Starting(string host, (string, string?)[]? changes = null, Action<PaymentsBuilder>? complete = null) => () =>
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = host });
        builder.Configuration.AddInMemoryCollection(Settings.Valid(changes ?? []));
        var payments = builder.Services.AddPayments(builder.Configuration.GetSection(Settings.Section));
        complete?.Invoke(payments);
        using var built = builder.Build();

        // What StartAsync runs before anything else.
        built.Services.GetRequiredService<IStartupValidator>().Validate();
    };
}
