namespace BaseComponents.Tests.Payments.Support;

/// <summary>A clock that leaps to the end of every wait, so that pauses between tries take no time.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private readonly Lock _leaping = new();
    private DateTimeOffset _now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_leaping)
            return _now;
    }

    public void Advance(TimeSpan time)
    {
        lock (_leaping)
            _now += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero)
        {
            Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Leapt();
    }

    private sealed class Leapt : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
