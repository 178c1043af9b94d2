using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BaseComponents.Tests.Payments;

/// <summary>What monitoring sees of a registration.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData(61, HealthStatus.Healthy)]
    [InlineData(60, HealthStatus.Degraded)]
    [InlineData(30, HealthStatus.Degraded)]
    [InlineData(8, HealthStatus.Degraded)]
    [InlineData(7, HealthStatus.Unhealthy)]
    [InlineData(0, HealthStatus.Unhealthy)]
    [InlineData(-1, HealthStatus.Unhealthy)]
    public async Task The_days_of_the_certificate_count(int days, HealthStatus expected)
    {
        var operations = new StatedHealth { CertificateEnds = days };

        var report = await CheckAsync(operations);

        report.Status.Should().Be(expected);
        report.Data["certificateDaysLeft"].Should().Be(days);
    }

    [Fact]
    public async Task Payments_that_wait_for_a_person_are_counted_and_a_reconciler_that_lags_is_seen()
    {
        var service = new ScriptedService();
        await using var app = TestApplication.With(service, payments => payments.Services.AddHealthChecks().AddPayments());
        (await ReportAsync(app)).Should().Match<HealthReportEntry>(report => report.Status == HealthStatus.Unhealthy, "the scripted service has no status, and the certificate cannot be read");
        await app.Payments.StartAsync(Orders.DogTax());
        service.Payments[0].Difference = -1;
        await app.Payments.RefreshAsync("case-1");
        await app.Payments.StartAsync(Orders.DogTax("case-2"));
        app.Clock.Advance(TimeSpan.FromMinutes(20));

        var seen = await ReportAsync(app);

        seen.Data["unresolved"].Should().Be(1);
        seen.Description.Should().Contain("1 payment(s) wait for a person").And.Contain("reconciler");
        await app.Reconciler.RunOnceAsync();
        (await ReportAsync(app)).Description.Should().NotContain("reconciler");
    }

    private static async Task<HealthReportEntry> ReportAsync(TestApplication app) =>
        (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["payments"];

    private static async Task<HealthReportEntry> CheckAsync(IPaymentOperations operations)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKeyedSingleton("", operations);
        services.AddSingleton<TimeProvider>(new LeapingClock());
        services.AddHealthChecks().AddPayments();
        await using var provider = services.BuildServiceProvider();
        return (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["payments"];
    }

    /// <summary>Everything is well, up to the certificate.</summary>
    private sealed class StatedHealth : IPaymentOperations
    {
        public int CertificateEnds { get; init; }

        public Task<PaymentHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => Task.FromResult(new PaymentHealth
        {
            ServiceStatus = PaymentServiceStatus.Available,
            CertificateEnds = new LeapingClock().GetUtcNow().AddDays(CertificateEnds),
            Unresolved = 0,
            ReconcilerLag = TimeSpan.Zero,
        });

        public IAsyncEnumerable<PaymentRecord> ListAsync(PaymentFilter? filter = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<PaymentCase?> ShowAsync(string reference, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<PaymentReport> ReportAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<PaymentRecord> ResolveAsync(PaymentDecision decision, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<int> EraseAsync(string reference, string decidedBy, string reason, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<PaymentPurge> PurgeAsync(PaymentRetention retention, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<PaymentAuditEntry> AuditAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<long?> FindBrokenAuditLineAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
