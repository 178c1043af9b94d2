using System.Globalization;
using BaseComponents.Authorities.Internal.Live;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>Gives requests their turn: not more in a second than was agreed, and none while the service wants to be left alone.</summary>
internal sealed class PvogPace(TimeProvider clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _turns = new();
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;

    /// <summary>Waits for the turn.</summary>
    /// <param name="perSecond">How many requests a second are sent at most.</param>
    /// <param name="longest">How long to wait at most.</param>
    /// <param name="cancellationToken">Gives up the turn.</param>
    /// <exception cref="AuthoritiesException">The turn would come too late.</exception>
    public Task WaitAsync(double perSecond, TimeSpan longest, CancellationToken cancellationToken)
    {
        var wait = Take(perSecond, longest);
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Lets no request go for some time.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_lock)
        {
            var until = clock.GetUtcNow() + (time < LongestPause ? time : LongestPause);
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }

    /// <summary>Does what an answer asks for: <c>Retry-After</c>, or that nothing remains until <c>RateLimit-Reset</c>.</summary>
    /// <returns>How long the service wants to be left alone; none if it says nothing.</returns>
    public TimeSpan? Obey(HttpResponseMessage answer)
    {
        var asked = RetryAfter(answer) ?? Exhausted(answer);
        if (asked > TimeSpan.Zero)
            Pause(asked.Value);
        return asked;
    }

    private TimeSpan Take(double perSecond, TimeSpan longest)
    {
        var most = (int)Math.Max(1, Math.Floor(perSecond));
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            while (_turns.Count > most)
                _turns.Dequeue();
            var free = _turns.Count < most ? now : _turns.Peek() + TimeSpan.FromSeconds(most / perSecond);
            var turn = new[] { now, free, _pausedUntil }.Max();
            if (turn - now > longest)
                throw LiveFailures.Paused(AnswerSource.Pvog, turn - now);
            _turns.Enqueue(turn);
            return turn - now;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };

    private static TimeSpan? Exhausted(HttpResponseMessage answer) =>
        Number(answer, "RateLimit-Remaining") == 0 && Number(answer, "RateLimit-Reset") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static int? Number(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
