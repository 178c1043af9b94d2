using System.Collections.Concurrent;

namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>All ends that workers come to in one run, in random order: three of five at a named step, each step in its turn, the others at any moment.</summary>
internal sealed class KillPlan
{
    private readonly ConcurrentQueue<PlannedKill> _waiting;
    private readonly ConcurrentDictionary<string, bool> _reached = new();
    private int _repeats;

    public KillPlan(int kills, Random random)
    {
        var steps = Steps.All.ToArray();
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

    private static PlannedKill AtStep(string step, Random random) => new(step, random.Next(1, 6), Answers: 1, TimeSpan.FromSeconds(30), IsEarly: false);

    // By what it has done, not by the clock: on a busy machine it would die before it has done anything.
    private static PlannedKill AtAnyMoment(Random random) => random.Next(6) == 0
        ? new(null, 0, Answers: 0, TimeSpan.FromMilliseconds(random.Next(1_500)), IsEarly: true)
        : new(null, 0, Answers: random.Next(1, 60), TimeSpan.FromMilliseconds(random.Next(300)), IsEarly: false);
}
