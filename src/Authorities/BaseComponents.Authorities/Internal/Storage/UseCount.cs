namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Counts who works with something that has to be given back, and gives it back when its owner and the last user have left.</summary>
internal sealed class UseCount(Action release)
{
    // The owner is one of those who are counted, so that the count reaches zero once and stays there.
    private int _users = 1;
    private int _closed;

    /// <returns>False where the thing is given back, or about to be: it must not be touched.</returns>
    public bool TryEnter()
    {
        var users = Volatile.Read(ref _users);
        while (users > 0 && Volatile.Read(ref _closed) == 0)
        {
            var seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
                return true;
            users = seen;
        }

        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
            release();
    }

    /// <summary>The owner leaves. Nobody enters any more; whoever is inside stays safe.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
            Leave();
    }
}
