using Microsoft.Extensions.Options;

namespace HealthCertificate.Appointments;

/// <summary>The appointments that may be chosen now, as the settings plan them.</summary>
public sealed class SlotPlan(IOptionsMonitor<AppointmentOptions> options, TimeProvider clock)
{
    /// <summary>In the order of time.</summary>
    public IReadOnlyList<Slot> Offered()
    {
        var (plan, now) = (options.CurrentValue, clock.GetUtcNow());
        var days = Enumerable.Range(0, plan.DaysAhead + 1).Select(GermanDate.Day(now).AddDays).Where(day => !plan.ClosedDays.Contains(day));
        return
        [
            .. days.SelectMany(day => plan.Weekly.Where(time => time.Day == day.DayOfWeek).Select(time => (Local: day.ToDateTime(time.Time), time.Seats)))
                // In the night in which the clocks go forward an hour does not exist.
                .Where(slot => !GermanDate.Berlin.IsInvalidTime(slot.Local))
                .Select(slot => new Slot(new DateTimeOffset(slot.Local, GermanDate.Berlin.GetUtcOffset(slot.Local)), slot.Seats))
                .Where(slot => slot.StartsAt > now + plan.Notice)
                .OrderBy(slot => slot.StartsAt),
        ];
    }

    /// <summary>The offered appointment at that moment, or null: a form may say anything.</summary>
    public Slot? Find(long startsAt) => Offered().FirstOrDefault(slot => slot.StartsAt.ToUnixTimeSeconds() == startsAt);
}

/// <param name="StartsAt">Beginning, in German time.</param>
/// <param name="Seats">How many people fit in.</param>
public sealed record Slot(DateTimeOffset StartsAt, int Seats);

/// <param name="Slot">The appointment.</param>
/// <param name="Free">Seats that nobody has or holds.</param>
public sealed record OfferedSlot(Slot Slot, int Free);
