using BaseComponents.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BaseComponents.Tests.Payments.Support;

/// <summary>An application with one or more registrations, whose network ends at scripted services. Its host is built, not started.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    private readonly IHost _host;

    private TestApplication(IHost host, LeapingClock clock) => (_host, Clock) = (host, clock);

    public IServiceProvider Services => _host.Services;

    public LeapingClock Clock { get; }

    public IPaymentClient Payments => Services.GetRequiredService<IPaymentClient>();

    public IPaymentReconciler Reconciler => Services.GetRequiredService<IPaymentReconciler>();

    public IReadOnlyList<FakeLogRecord> Logged => Services.GetFakeLogCollector().GetSnapshot();

    public static TestApplication With(HttpMessageHandler service, Action<PaymentsBuilder>? complete = null) => With([("", service)], complete);

    public static TestApplication With(IEnumerable<(string Name, HttpMessageHandler Service)> registrations, Action<PaymentsBuilder>? complete = null)
    {
        var clock = new LeapingClock();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(Settings.Valid());
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging();
        builder.Services.AddSingleton<TimeProvider>(clock);
        foreach (var (name, service) in registrations)
        {
            var section = builder.Configuration.GetSection(Settings.Section);
            var payments = name.Length == 0 ? builder.Services.AddPayments(section) : builder.Services.AddPayments(name, section);
            payments.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => service);
            complete?.Invoke(payments);
        }

        return new TestApplication(builder.Build(), clock);
    }

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return default;
    }
}
