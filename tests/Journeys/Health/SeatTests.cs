using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Journeys.Health;

/// <summary>Seats in a database of their own, with a clock that a test turns.</summary>
public sealed class SeatTests : IAsyncLifetime
{
    private const string Office = "office";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("seats-").FullName;
    private ServiceProvider _services = null!;

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection().AddDbContext<CaseDb>(db => db.UseSqlite($"Data Source={Path.Combine(_folder, "cases.db")};Default Timeout=30"))
            .AddSingleton<TimeProvider>(_clock).AddSingleton<SlotPlan>().AddScoped<Seats>()
            .Configure<AppointmentOptions>(options => options.Weekly = [new WeeklyTime { Day = DayOfWeek.Monday, Time = new TimeOnly(9, 0), Seats = 5 }]).BuildServiceProvider();
        await WithAsync(async (db, _) => await db.Database.EnsureCreatedAsync(Cancellation));
    }

    [Fact]
    public async Task Of_fifty_at_once_five_get_the_five_seats()
    {
        var slot = FirstSlot();

        var got = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() => TakeAsync(slot, $"case-{number}"), Cancellation)));

        got.Count(taken => taken).Should().Be(5);
        await WithAsync(async (db, seats) =>
        {
            (await db.Seats.CountAsync(Cancellation)).Should().Be(5);
            (await db.Seats.Select(seat => seat.CaseId).Distinct().CountAsync(Cancellation)).Should().Be(5);
            (await seats.OfferAsync(Office, Cancellation))[0].Free.Should().Be(0);
        });
    }

    [Fact]
    public async Task The_database_itself_gives_nobody_two_seats()
    {
        await TakeAsync(FirstSlot(), "somebody");

        await WithAsync(async (db, _) => await FluentActions.Awaiting(() => db.Seats.Where(seat => seat.Number == 2).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.CaseId, "somebody"), Cancellation))
            .Should().ThrowAsync<SqliteException>());
    }

    [Fact]
    public async Task A_hold_ends_by_itself_and_the_seat_goes_to_the_next()
    {
        var slot = FirstSlot();
        for (var number = 0; number < 5; number++)
            await TakeAsync(slot, $"case-{number}");
        (await TakeAsync(slot, "late")).Should().BeFalse();

        _clock.Advance(TimeSpan.FromMinutes(20));

        (await TakeAsync(slot, "late")).Should().BeTrue();
        await WithAsync(async (_, seats) =>
        {
            (await seats.FindAsync("case-0", Cancellation)).Should().BeNull("its seat went to somebody else");
            (await seats.TryKeepAsync("case-0", Cancellation)).Should().BeFalse("nobody pays for a seat that is gone");
            (await seats.TryKeepAsync("case-1", Cancellation)).Should().BeTrue("nobody else has taken this one");
        });
    }

    [Fact]
    public async Task A_seat_that_is_paid_for_is_kept_beyond_its_hold_and_held_again_when_nothing_comes_of_it()
    {
        var slot = FirstSlot();
        await TakeAsync(slot, "payer");
        await WithAsync((_, seats) => seats.TryKeepAsync("payer", Cancellation));
        for (var number = 0; number < 4; number++)
            await TakeAsync(slot, $"case-{number}", SeatState.Booked);

        _clock.Advance(TimeSpan.FromHours(5));
        (await TakeAsync(slot, "late")).Should().BeFalse("the payment is under way");
        await WithAsync((_, seats) => seats.HoldAgainAsync("payer", Cancellation));
        (await TakeAsync(slot, "late")).Should().BeFalse("the payer may try again");
        _clock.Advance(TimeSpan.FromMinutes(20));
        (await TakeAsync(slot, "late")).Should().BeTrue();
    }

    [Fact]
    public async Task A_seat_that_is_given_back_is_free_at_once_and_a_new_choice_gives_the_old_one_back()
    {
        var (first, second) = (FirstSlot(), _services.GetRequiredService<SlotPlan>().Offered()[1]);
        await TakeAsync(first, "somebody");
        await TakeAsync(second, "somebody");
        await WithAsync(async (_, seats) => (await seats.OfferAsync(Office, Cancellation)).Take(2).Select(offered => offered.Free).Should().Equal(5, 4));

        await WithAsync((_, seats) => seats.FreeAsync("somebody", Cancellation));

        await WithAsync(async (_, seats) => (await seats.OfferAsync(Office, Cancellation))[1].Free.Should().Be(5));
    }

    [Fact]
    public void Appointments_are_in_German_time_in_summer_and_in_winter()
    {
        _clock.SetUtcNow(new DateTimeOffset(2027, 3, 20, 8, 0, 0, TimeSpan.Zero));

        _services.GetRequiredService<SlotPlan>().Offered().Take(2).Select(slot => slot.StartsAt.UtcDateTime.Hour).Should().Equal([8, 7], "the clocks go forward between the two");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Slot FirstSlot() => _services.GetRequiredService<SlotPlan>().Offered()[0];

    private async Task<bool> TakeAsync(Slot slot, string caseId, SeatState state = SeatState.Held)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Seats>().TryTakeAsync(Office, slot, caseId, state, Cancellation);
    }

    private async Task WithAsync(Func<CaseDb, Seats, Task> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<CaseDb>(), scope.ServiceProvider.GetRequiredService<Seats>());
    }
}
