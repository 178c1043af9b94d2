using System.Collections.Concurrent;

namespace BaseComponents.Tests.Scale.Workers;

/// <summary>All ends that workers come to in one run, in random order: three of five at a named step, each step in its turn, the others at any moment.</summary>
internal sealed class KillPlan
{
    private readonly ConcurrentQueue<PlannedKill> _waiting;
    private readonly ConcurrentDictionary<string, bool> _reached = new();
    private readonly Func<string, StepPatience> _patience;
    private int _repeats;

    /// <param name="kills">How many.</param>
    /// <param name="random">Decides the rest.</param>
    /// <param name="steps">The named steps.</param>
    /// <param name="patience">How long each may take to come; half a minute and five times by default.</param>
    public KillPlan(int kills, Random random, string[] steps, Func<string, StepPatience>? patience = null)
    {
        _patience = patience ?? (static _ => new StepPatience(TimeSpan.FromSeconds(30), 5));
        _repeats = kills / 6;
        var killPlan = Enumerable.Range(0, kills).Select(number => number < kills * 3 / 5 ? AtStep(steps[number % steps.Length], random) : AtAnyMoment(random)).ToArray();
        random.Shuffle(killPlan);
        _waiting = new ConcurrentQueue<PlannedKill>(killPlan);
    }

    /// <summary>The next end, or null when no more workers have to die.</summary>
    public PlannedKill? Next() => _waiting.TryDequeue(out var kill) ? kill : null;

    /// <summary>Notes how it came. A step that nobody has reached so far is tried again.</summary>
    public void Came(PlannedKill kill, string? diedAt)
    {
        if (diedAt is not null)
            _reached[diedAt] = true;
        else if (kill.Step is { } missed && !_reached.ContainsKey(missed) && Interlocked.Decrement(ref _repeats) >= 0)
            _waiting.Enqueue(kill with { Occurrence = 1 });
    }

    private PlannedKill AtStep(string step, Random random) =>
        new(step, random.Next(1, _patience(step).Latest + 1), Answers: 1, _patience(step).Longest, IsEarly: false);

    // By what it has done, not by the clock: on a busy machine it would die before it has done anything.
    private static PlannedKill AtAnyMoment(Random random) => random.Next(6) == 0
        ? new(null, 0, Answers: 0, TimeSpan.FromMilliseconds(random.Next(1_500)), IsEarly: true)
        : new(null, 0, Answers: random.Next(1, 60), TimeSpan.FromMilliseconds(random.Next(300)), IsEarly: false);
}

/// <summary>How long a worker lives whose step does not come.</summary>
/// <param name="Longest">From its first answer on.</param>
/// <param name="Latest">When it has reached the step for the so-manyth time, it dies at the latest.</param>
internal sealed record StepPatience(TimeSpan Longest, int Latest);
