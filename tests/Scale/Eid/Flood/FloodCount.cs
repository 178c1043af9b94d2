using System.Collections.Concurrent;

namespace BaseComponents.Tests.Scale.Eid.Flood;

/// <summary>What happened while the flood went on.</summary>
internal sealed class FloodCount
{
    private readonly ConcurrentBag<double> _genuine = [];
    private int _forged;
    private int _decrypted;
    private int _turnedAway;
    private int _forgedAccepted;
    private int _genuineFailed;

    /// <summary>Forged answers that were posted.</summary>
    public int ForgedPosts => _forged;

    /// <summary>Those among them that came to a decryption.</summary>
    public int ForgedDecrypted => _decrypted;

    /// <summary>Those that were turned away for a moment.</summary>
    public int ForgedTurnedAway => _turnedAway;

    public int ForgedAccepted => _forgedAccepted;

    public int GenuineSucceeded => _genuine.Count;

    public int GenuineFailed => _genuineFailed;

    /// <summary>Milliseconds from the genuine answer to the session.</summary>
    public double GenuineMedian => _genuine.Order().ElementAt(_genuine.Count / 2);

    public void Forged(bool wasTurnedAway, bool wasAccepted, bool cameFromOwnBrowser)
    {
        Interlocked.Increment(ref _forged);
        if (wasTurnedAway)
            Interlocked.Increment(ref _turnedAway);
        else if (cameFromOwnBrowser)
            Interlocked.Increment(ref _decrypted);
        if (wasAccepted)
            Interlocked.Increment(ref _forgedAccepted);
    }

    public void Genuine(bool succeeded, TimeSpan duration)
    {
        if (succeeded)
            _genuine.Add(duration.TotalMilliseconds);
        else
            Interlocked.Increment(ref _genuineFailed);
    }
}
