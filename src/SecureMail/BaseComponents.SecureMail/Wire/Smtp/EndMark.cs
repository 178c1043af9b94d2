namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>The moment from which a stored mail may have been accepted: it was written down before, and after it the caller's cancellation is no longer honoured.</summary>
internal sealed class EndMark : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _registration;
    private volatile bool _isPassed;

    public EndMark(CancellationToken caller) => _registration = caller.Register(CancelUnlessPassed);

    public bool IsPassed => _isPassed;

    public CancellationToken Token => _source.Token;

    public void Pass() => _isPassed = true;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private void CancelUnlessPassed()
    {
        if (!_isPassed)
            _source.Cancel();
    }
}
