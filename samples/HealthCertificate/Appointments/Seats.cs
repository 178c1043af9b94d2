using HealthCertificate.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthCertificate.Appointments;

/// <summary>
/// Gives out seats. Each change is one update with a condition, which the database lets only one of two win: whoever finds a seat free and is too late
/// changes no row and looks for the next one.
/// </summary>
public sealed class Seats(CaseDb db, SlotPlan plan, IOptionsMonitor<AppointmentOptions> options, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    private long HoldEnd => (clock.GetUtcNow() + options.CurrentValue.Hold).ToUnixTimeSeconds();

    /// <summary>What an office offers, with the number of free seats.</summary>
    public async Task<IReadOnlyList<OfferedSlot>> OfferAsync(string office, CancellationToken cancellationToken)
    {
        var (slots, now) = (plan.Offered(), Now);
        var (first, last) = (slots.Count == 0 ? 0 : slots[0].StartsAt.ToUnixTimeSeconds(), slots.Count == 0 ? 0 : slots[^1].StartsAt.ToUnixTimeSeconds());
        var taken = await db.Seats.Where(seat => seat.Office == office && seat.StartsAt >= first && seat.StartsAt <= last && seat.CaseId != null
                && !(seat.State == SeatState.Held && seat.HeldUntil <= now))
            .GroupBy(seat => seat.StartsAt).Select(seats => new { seats.Key, Count = seats.Count() }).ToDictionaryAsync(seats => seats.Key, seats => seats.Count, cancellationToken);
        return [.. slots.Select(slot => new OfferedSlot(slot, Math.Max(0, slot.Seats - taken.GetValueOrDefault(slot.StartsAt.ToUnixTimeSeconds()))))];
    }

    /// <summary>Takes a seat for a case in place of the one it has.</summary>
    /// <param name="office">Whose appointment.</param>
    /// <param name="slot">When.</param>
    /// <param name="caseId">For whom.</param>
    /// <param name="state"><see cref="SeatState.Held"/>, or <see cref="SeatState.Booked"/> for somebody who has paid already.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when none is free; the case then keeps the seat it has.</returns>
    public async Task<bool> TryTakeAsync(string office, Slot slot, string caseId, SeatState state, CancellationToken cancellationToken)
    {
        await MakeAsync(office, slot, cancellationToken);
        await using var together = await db.Database.BeginTransactionAsync(cancellationToken);
        await FreeAsync(caseId, cancellationToken);
        while (await FreeSeatOf(office, slot).OrderBy(seat => seat.Number).Select(seat => (int?)seat.Number).FirstOrDefaultAsync(cancellationToken) is { } number)
        {
            if (await SetAsync(FreeSeatOf(office, slot).Where(seat => seat.Number == number), caseId, state, cancellationToken) == 0)
                continue;
            await together.CommitAsync(cancellationToken);
            return true;
        }

        return false;
    }

    /// <summary>The seat of a case, also one whose time is over and that nobody else has taken yet.</summary>
    public Task<SeatRow?> FindAsync(string caseId, CancellationToken cancellationToken) => db.Seats.AsNoTracking().SingleOrDefaultAsync(seat => seat.CaseId == caseId, cancellationToken);

    /// <summary>Keeps the seat for a payment, however long that takes.</summary>
    /// <returns>False when somebody else has it by now.</returns>
    public async Task<bool> TryKeepAsync(string caseId, CancellationToken cancellationToken) => await SetAsync(Of(caseId), caseId, SeatState.Paying, cancellationToken) == 1;

    /// <summary>After a payment that came to nothing: the seat is held as long as a new one.</summary>
    public Task HoldAgainAsync(string caseId, CancellationToken cancellationToken) => SetAsync(Of(caseId).Where(seat => seat.State == SeatState.Paying), caseId, SeatState.Held, cancellationToken);

    /// <returns>False when the case has no seat any more.</returns>
    public async Task<bool> TryBookAsync(string caseId, CancellationToken cancellationToken) => await SetAsync(Of(caseId), caseId, SeatState.Booked, cancellationToken) == 1;

    /// <summary>Gives the seat of a case to whoever comes.</summary>
    public Task FreeAsync(string caseId, CancellationToken cancellationToken) => SetAsync(Of(caseId), null, SeatState.Free, cancellationToken);

    private IQueryable<SeatRow> Of(string caseId) => db.Seats.Where(seat => seat.CaseId == caseId);

    private IQueryable<SeatRow> FreeSeatOf(string office, Slot slot)
    {
        var (start, seats, now) = (slot.StartsAt.ToUnixTimeSeconds(), slot.Seats, Now);
        return db.Seats.Where(seat => seat.Office == office && seat.StartsAt == start && seat.Number <= seats
            && (seat.State == SeatState.Free || (seat.State == SeatState.Held && seat.HeldUntil <= now)));
    }

    private Task<int> SetAsync(IQueryable<SeatRow> seats, string? caseId, SeatState state, CancellationToken cancellationToken)
    {
        var until = state is SeatState.Held ? HoldEnd : 0;
        return seats.ExecuteUpdateAsync(set => set.SetProperty(seat => seat.CaseId, caseId).SetProperty(seat => seat.State, state).SetProperty(seat => seat.HeldUntil, until), cancellationToken);
    }

    // The rows of an appointment are made by the first who wants one of them; of two at once the second finds them there.
    private async Task MakeAsync(string office, Slot slot, CancellationToken cancellationToken)
    {
        var start = slot.StartsAt.ToUnixTimeSeconds();
        for (var number = await db.Seats.CountAsync(seat => seat.Office == office && seat.StartsAt == start, cancellationToken) + 1; number <= slot.Seats; number++)
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"Seats\" (\"Office\", \"StartsAt\", \"Number\", \"State\", \"HeldUntil\") VALUES ({office}, {start}, {number}, {nameof(SeatState.Free)}, 0) ON CONFLICT DO NOTHING", cancellationToken);
    }
}
