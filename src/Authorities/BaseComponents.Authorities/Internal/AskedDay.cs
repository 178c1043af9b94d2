namespace BaseComponents.Authorities.Internal;

/// <summary>The day an answer is for: today in Germany, or a fixed one. Asked millions of times, so that the day is worked out once.</summary>
internal sealed class AskedDay
{
    private const long LooksEvery = 1000;
    private readonly TimeProvider? _clock;
    private volatile Span _known;
    private long _lookedAt = long.MinValue / 2;

    public AskedDay(DateOnly day) => _known = new Span(long.MinValue, long.MaxValue, day.DayNumber);

    public AskedDay(TimeProvider clock) => (_clock, _known) = (clock, GermanDayAt(clock.GetUtcNow()));

    /// <summary>Number of the day, as <see cref="DateOnly"/> counts them.</summary>
    public int Number
    {
        get
        {
            var known = _known;
            if (_clock is null || (_clock == TimeProvider.System && !IsDue()))
                return known.Day;
            var now = _clock.GetUtcNow();
            if (now.UtcTicks < known.From || now.UtcTicks >= known.To)
                _known = known = GermanDayAt(now);
            return known.Day;
        }
    }

    public DateOnly Date => DateOnly.FromDayNumber(Number);

    // The time of day takes longer to ask for than a whole look-up; a count of milliseconds does not. Of several threads each may look.
    private bool IsDue()
    {
        var now = Environment.TickCount64;
        if (now - Volatile.Read(ref _lookedAt) < LooksEvery)
            return false;
        Volatile.Write(ref _lookedAt, now);
        return true;
    }

    private static Span GermanDayAt(DateTimeOffset now)
    {
        var day = GermanDay.Of(now);
        return new Span(GermanDay.BeginOf(day).UtcTicks, GermanDay.BeginOf(day.AddDays(1)).UtcTicks, day.DayNumber);
    }

    private sealed record Span(long From, long To, int Day);
}
