namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>The real clock, set forward at will: timers run as ever, so nothing hangs, and no test waits for a date.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Forward(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
