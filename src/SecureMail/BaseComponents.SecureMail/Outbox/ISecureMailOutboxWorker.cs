namespace BaseComponents.SecureMail.Outbox;

/// <summary>Sends what is due. A host runs it by itself; a program without a host, or a test, calls it.</summary>
public interface ISecureMailOutboxWorker
{
    /// <summary>Takes what is due, as much as the limits allow, and waits until it was tried.</summary>
    Task<OutboxRun> RunOnceAsync(CancellationToken cancellationToken = default);
}
