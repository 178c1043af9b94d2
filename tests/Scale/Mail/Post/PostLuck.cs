namespace BaseComponents.Tests.Scale.Mail.Post;

/// <summary>What the weather does to one connection.</summary>
internal sealed class PostLuck(Weather weather, Random random)
{
    public bool IsAway => Happens(weather.Away);

    public bool IsFull => Happens(weather.Full);

    public bool IsCut => Happens(weather.Cut);

    public bool IsSlow => Happens(weather.Slow);

    /// <summary>What becomes of a mail whose end has come.</summary>
    public string End()
    {
        int drawn;
        lock (random)
            drawn = random.Next(100);
        foreach (var (share, end) in new[]
        {
            (weather.KeptUnanswered, Ends.KeptUnanswered), (weather.LostUnanswered, Ends.LostUnanswered), (weather.BusyAtEnd, Ends.BusyAtEnd), (weather.RefusedAtEnd, Ends.RefusedAtEnd),
        })
        {
            if ((drawn -= share) < 0)
                return end;
        }

        return Ends.Taken;
    }

    private bool Happens(int share)
    {
        lock (random)
            return random.Next(100) < share;
    }
}
