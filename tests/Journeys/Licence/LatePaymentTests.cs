using BaseComponents.Payments;
using DogLicence.Cases;
using DogLicence.Submission;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Journeys.Licence;

/// <summary>Money that came, but not as ordered: a clerk has to decide, and needs the case for that.</summary>
public sealed class LatePaymentTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"late-{Guid.NewGuid():N}.db");
    private readonly ServiceProvider _services;

    public LatePaymentTests() => _services = new ServiceCollection().AddDbContext<CaseDb>(db => db.UseSqlite($"Data Source={_file};Pooling=False")).BuildServiceProvider();

    [Theory]
    [InlineData(PaymentState.PaidLate)]
    [InlineData(PaymentState.Mismatch)]
    [InlineData(PaymentState.DoublePayment)]
    [InlineData(PaymentState.ReturnDebited)]
    public async Task The_period_of_a_case_begins_again_when_money_came_that_a_clerk_decides_about(PaymentState state)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDb>();
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        var store = new CaseStore(db, new CaseSeal(new EphemeralDataProtectionProvider()), _clock);
        var open = await store.CreateAsync(SampleCase.Content(), new byte[32], TestContext.Current.CancellationToken);
        await store.SaveAsync(open, open.Content, row => row.Stage = CaseStage.Paying, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromDays(89));

        await new SubmitWhenPaid(db, store, handOver: null!, NullLogger<SubmitWhenPaid>.Instance).HandleAsync(EventOf(open, state), TestContext.Current.CancellationToken);

        (await db.Cases.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken))
            .Should().BeEquivalentTo(new { ChangedAt = _clock.GetUtcNow().ToUnixTimeSeconds(), Stage = CaseStage.Paying });
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        File.Delete(_file);
    }

    private PaymentEvent EventOf(OpenCase open, PaymentState state) => new()
    {
        Id = "late",
        Tenant = "",
        Reference = open.Row.Number,
        Attempt = 1,
        State = state,
        Amount = new Euro(84m),
        OccurredAt = _clock.GetUtcNow(),
    };
}
