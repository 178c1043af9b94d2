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

    /// <summary>Does what an answer asks for.</summary>
    public void Obey(HttpResponseMessage answer)
    {
        var asked = AskedPause.Of(answer, clock.GetUtcNow());
        if (asked > TimeSpan.Zero)
            Pause(asked);
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
}
