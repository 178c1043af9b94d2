using MailKit;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>
/// Knows whether the whole mail has been written. From that moment until the server's answer nobody can tell whether it was accepted
/// (RFC 1047): a lost connection is then an unknown outcome, and the caller's cancellation is no longer honoured.
/// </summary>
internal sealed class TransferWatch : ITransferProgress, IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _registration;
    private volatile bool _isComplete;

    public TransferWatch(CancellationToken caller) => _registration = caller.Register(CancelUnlessComplete);

    public bool IsComplete => _isComplete;

    public CancellationToken Token => _source.Token;

    public void Report(long bytesTransferred, long totalSize) => _isComplete = bytesTransferred >= totalSize;

    // Without a known size the end cannot be seen, so every byte counts as the last one.
    public void Report(long bytesTransferred) => _isComplete = bytesTransferred > 0;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private void CancelUnlessComplete()
    {
        if (!_isComplete)
            _source.Cancel();
    }
}
