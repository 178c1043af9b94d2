using DogLicence.Cases;
using DogLicence.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Journeys.Licence;

public sealed class PurgeTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"purge-{Guid.NewGuid():N}.db");
    private readonly ServiceProvider _services;

    public PurgeTests() => _services = new ServiceCollection().AddDbContext<CaseDb>(db => db.UseSqlite($"Data Source={_file};Pooling=False"))
        .AddDbContext<SessionDb>(db => db.UseSqlite($"Data Source={_file}-sessions;Pooling=False")).BuildServiceProvider();

    [Theory]
    [InlineData(CaseStage.Draft, 7)]
    [InlineData(CaseStage.Paying, 90)]
    [InlineData(CaseStage.Sent, 30)]
    [InlineData(CaseStage.Closed, 30)]
    public async Task A_case_goes_when_its_period_is_over_and_not_before(CaseStage stage, int days)
    {
        await AddAsync(stage);

        _clock.Advance(TimeSpan.FromDays(days));
        (await Purge().RunOnceAsync()).Should().Be(0);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await Purge().RunOnceAsync()).Should().Be(1);
        (await CountAsync()).Should().Be((0, 0), "the proof goes with its case");
    }

    [Theory]
    [InlineData(CaseStage.Due)]
    [InlineData(CaseStage.Stored)]
    public async Task A_paid_case_that_the_office_has_not_got_is_never_purged(CaseStage stage)
    {
        await AddAsync(stage);

        _clock.Advance(TimeSpan.FromDays(4000));
        (await Purge().RunOnceAsync()).Should().Be(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        File.Delete(_file);
        File.Delete(_file + "-sessions");
    }

    private CasePurge Purge() => new(_services.GetRequiredService<IServiceScopeFactory>(), Options.Create(new RetentionOptions()), _clock, NullLogger<CasePurge>.Instance);

    private async Task AddAsync(CaseStage stage)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDb>();
        await db.Database.EnsureCreatedAsync();
        await scope.ServiceProvider.GetRequiredService<SessionDb>().Database.EnsureCreatedAsync();
        db.Add(SampleCase.Row(stage, _clock.GetUtcNow().ToUnixTimeSeconds()));
        db.Add(new ProofRow { CaseId = "id", ContentType = "application/pdf", Size = 1, Content = [1] });
        await db.SaveChangesAsync();
    }

    private async Task<(int Cases, int Proofs)> CountAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDb>();
        return (await db.Cases.CountAsync(), await db.Proofs.CountAsync());
    }
}
