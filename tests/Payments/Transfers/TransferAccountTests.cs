using BaseComponents.Payments;
using BaseComponents.Payments.Transfers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Payments.Transfers;

/// <summary>The account comes from the configuration of its Mandant, checked when the host starts.</summary>
public sealed class TransferAccountTests
{
    private const string Section = "BaseComponents:Payments:Transfer";

    [Theory]
    [InlineData("AccountHolder", null, "AccountHolder")]
    [InlineData("AccountHolder", "  ", "AccountHolder")]
    [InlineData("AccountHolder", "Stadt\nkasse", "AccountHolder")]
    [InlineData("AccountHolder", "Stadtkasse Stadtkasse Stadtkasse Stadtkasse Stadtkasse Stadtkasse Stadt", "AccountHolder")]
    [InlineData("Iban", null, "Iban")]
    [InlineData("Iban", "DE88370400440532013000", "Iban")]
    [InlineData("Iban", "CH9300762011623852957", "Bic")]
    [InlineData("Bic", "COBADEFF1", "Bic")]
    public void A_broken_setting_stops_the_start(string key, string? value, string named)
    {
        using var host = Build((key, value));
        FluentActions.Invoking(host.Services.GetRequiredService<IStartupValidator>().Validate).Should().Throw<OptionsValidationException>()
            .Which.Message.Should().Contain(named).And.NotContain("3704").And.NotContain("COBA");
    }

    [Fact]
    public void The_account_is_read()
    {
        using var host = Build(("Bic", "COBADEFF"));
        host.Services.GetRequiredService<IStartupValidator>().Validate();

        host.Services.GetRequiredService<TransferAccountSource>().Current.Should().Be(new TransferAccount
        {
            Holder = "Stadtkasse",
            Iban = Iban.Parse("DE89370400440532013000"),
            Bic = Bic.Parse("COBADEFF"),
        });
    }

    [Fact]
    public void A_change_is_seen_without_a_restart_and_a_broken_one_is_refused()
    {
        using var host = Build();
        var account = host.Services.GetRequiredService<TransferAccountSource>();
        account.Current.Iban.Country.Should().Be("DE");

        Change(host, "Iban", "BE72000000001616");
        account.Current.Iban.Should().Be(Iban.Parse("BE72000000001616"));

        // The framework says it to whoever reloads, and again to whoever asks.
        FluentActions.Invoking(() => Change(host, "Iban", "BE72000000001617")).Should().Throw<AggregateException>().WithInnerException<OptionsValidationException>();
        FluentActions.Invoking(() => account.Current).Should().Throw<OptionsValidationException>();
    }

    [Fact]
    public void Each_Mandant_has_its_own()
    {
        using var host = Build();
        var other = new ServiceCollection();
        other.AddTransferAccount("dresden", host.Services.GetRequiredService<IConfiguration>().GetSection(Section), KassenzeichenCheckDigits.Hkr);
        other.AddTransferAccount("leipzig", new ConfigurationBuilder().AddInMemoryCollection([new("x:Iban", "BE72000000001616"), new("x:AccountHolder", "Leipzig")]).Build().GetSection("x"));
        using var services = other.BuildServiceProvider();

        services.GetRequiredKeyedService<TransferAccountSource>("dresden").Current.Should().Match<TransferAccount>(account => account.Holder == "Stadtkasse" && account.CheckDigit == KassenzeichenCheckDigits.Hkr);
        services.GetRequiredKeyedService<TransferAccountSource>("leipzig").Current.Should().Match<TransferAccount>(account => account.Holder == "Leipzig" && account.CheckDigit == KassenzeichenCheckDigits.None);
        services.GetService<TransferAccountSource>().Should().BeNull();
    }

    private static void Change(IHost host, string key, string value)
    {
        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        configuration[$"{Section}:{key}"] = value;
        configuration.Reload();
    }

    private static IHost Build(params (string Key, string? Value)[] changes)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection([new($"{Section}:AccountHolder", "Stadtkasse"), new($"{Section}:Iban", "DE89 3704 0044 0532 0130 00")]);
        foreach (var (key, value) in changes)
            builder.Configuration[$"{Section}:{key}"] = value;
        builder.Services.AddTransferAccount(builder.Configuration.GetSection(Section));
        return builder.Build();
    }
}
