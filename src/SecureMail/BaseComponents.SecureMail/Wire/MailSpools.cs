namespace BaseComponents.SecureMail.Wire;

/// <summary>What an opened mail is read from, until it is disposed.</summary>
internal sealed class MailSpools : IDisposable
{
    private readonly Stack<IDisposable> _kept = new();

    public T Keep<T>(T spool)
        where T : IDisposable
    {
        _kept.Push(spool);
        return spool;
    }

    public void Dispose()
    {
        while (_kept.TryPop(out var spool))
            spool.Dispose();
    }
}
