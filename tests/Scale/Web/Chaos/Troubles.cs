using System.Collections.Concurrent;

namespace BaseComponents.Tests.Scale.Web.Chaos;

/// <summary>Who was away, and when: all that may explain an error.</summary>
internal sealed class Troubles
{
    private readonly ConcurrentQueue<Trouble> _past = new();

    public IReadOnlyList<Trouble> Past => [.. _past];

    /// <summary>Notes that something is away until the work is done, and for a while after it: pools and pauses need time to notice.</summary>
    public async Task WhileAsync(string cause, TimeSpan after, Func<Task> work)
    {
        var from = DateTimeOffset.UtcNow;
        try
        {
            await work();
        }
        finally
        {
            _past.Enqueue(new Trouble(cause, from, DateTimeOffset.UtcNow + after));
        }
    }
}

/// <param name="Cause">What was away: the address of a node, or a word for a dependency.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when errors may come of it.</param>
internal sealed record Trouble(string Cause, DateTimeOffset From, DateTimeOffset To);
