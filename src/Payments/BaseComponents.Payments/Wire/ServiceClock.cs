namespace BaseComponents.Payments.Wire;

/// <summary>How far the clock of one registration's service is from ours, by the Date of its last answer.</summary>
internal sealed class ServiceClock(TimeProvider clock)
{
    private const long Unknown = long.MinValue;
    private long _difference = Unknown;

    /// <summary>Theirs less ours; null where no answer came, or the last one named no date.</summary>
    public TimeSpan? Difference => Interlocked.Read(ref _difference) is var ticks and not Unknown ? TimeSpan.FromTicks(ticks) : null;

    public void Note(HttpResponseMessage answer) => Interlocked.Exchange(ref _difference, answer.Headers.Date is { } theirs ? (theirs - clock.GetUtcNow()).Ticks : Unknown);

    public void Forget() => Interlocked.Exchange(ref _difference, Unknown);
}
