namespace BaseComponents.Payments;

/// <summary>What the treasury and the operator do with payments: look, report, decide, erase. Every act of a person is written into an audit.</summary>
/// <remarks>German: Kasse, Klärung, Löschung. Who may call it is the application's business.</remarks>
public interface IPaymentOperations
{
    /// <summary>The attempts that pass the filter, by the time of their intent.</summary>
    IAsyncEnumerable<PaymentRecord> ListAsync(PaymentFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Everything stored under a reference, for a clerk or for the person it is about; null when there is nothing.</summary>
    Task<PaymentCase?> ShowAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>The attempts begun on these days (Europe/Berlin), with their sums.</summary>
    Task<PaymentReport> ReportAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default);

    /// <summary>Carries out what a clerk has decided, with its event, and writes it into the audit.</summary>
    /// <returns>The attempt afterwards. A decision for paid gives a double payment where another attempt is paid.</returns>
    /// <exception cref="PaymentException">The state, the evidence or the persons do not allow it; nothing was changed.</exception>
    Task<PaymentRecord> ResolveAsync(PaymentDecision decision, CancellationToken cancellationToken = default);

    /// <summary>Takes from all attempts under a reference what leads to the person. Amounts, states and Kassenzeichen stay for the accounts.</summary>
    /// <param name="reference">The application's key.</param>
    /// <param name="decidedBy">An identifier of the staff, or the name of the job.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops it between two attempts.</param>
    /// <returns>How many attempts were erased.</returns>
    /// <exception cref="PaymentException">An attempt may still be paid, or the application has not had its event yet; nothing was changed.</exception>
    Task<int> EraseAsync(string reference, string decidedBy, string reason, CancellationToken cancellationToken = default);

    /// <summary>Erases and deletes what is older than the periods say. Nothing happens by itself: call it from a job of yours.</summary>
    Task<PaymentPurge> PurgeAsync(PaymentRetention retention, CancellationToken cancellationToken = default);

    /// <summary>How the registration is doing; asks the service for its status.</summary>
    Task<PaymentHealth> CheckHealthAsync(CancellationToken cancellationToken = default);

    /// <summary>The audit, the first line first.</summary>
    IAsyncEnumerable<PaymentAuditEntry> AuditAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the whole audit and says where its chain of hashes first breaks; null when it is whole.</summary>
    /// <remarks>It shows that a line was changed or taken out in between. That lines are missing at the end shows the number or hash you noted elsewhere.</remarks>
    Task<long?> FindBrokenAuditLineAsync(CancellationToken cancellationToken = default);
}
