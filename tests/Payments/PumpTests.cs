using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Payments;

/// <summary>The reconciler in a running host.</summary>
public sealed class PumpTests
{
    [Fact]
    public async Task A_broken_setting_in_a_running_host_stops_neither_the_host_nor_for_ever_the_reconciler()
    {
        var service = new ScriptedService();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(Settings.Valid(("Reconciler:Interval", "00:00:00.050"), ("Reconciler:Delays:0", "00:00:00.050")));
        var settings = builder.Configuration;
        builder.Services.AddPayments(settings.GetSection(Settings.Section)).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => service);
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var payments = host.Services.GetRequiredService<IPaymentClient>();
        await payments.StartAsync(Orders.DogTax(), TestContext.Current.CancellationToken);

        var breaking = () => Change(settings, "00:00:00");
        breaking.Should().Throw<OptionsValidationException>();
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        Change(settings, "00:00:00.050");
        service.Payments[0].Status = "PAYED";

        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.Should().BeFalse();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await payments.FindAsync("case-1", limit.Token))!.State is not PaymentState.Paid)
            await Task.Delay(20, limit.Token);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static void Change(ConfigurationManager settings, string interval)
    {
        settings[$"{Settings.Section}:Reconciler:Interval"] = interval;
        ((IConfigurationRoot)settings).Reload();
    }
}
