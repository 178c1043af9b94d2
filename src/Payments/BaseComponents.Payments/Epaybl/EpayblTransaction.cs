namespace BaseComponents.Payments.Epaybl;

/// <summary>What a look-up by the transaction number can lead to, apart from faults.</summary>
public abstract record EpayblTransaction
{
    private EpayblTransaction()
    {
    }

    /// <summary>The booking list exists.</summary>
    /// <param name="Kassenzeichen">Its Kassenzeichen.</param>
    /// <param name="Amount">Its amount, where the answer tells it.</param>
    /// <param name="EPaymentId">The operator's reference.</param>
    public sealed record Found(string Kassenzeichen, decimal? Amount, string? EPaymentId) : EpayblTransaction;

    /// <summary>The service knows no such number, by one of the codes that the settings name for that.</summary>
    public sealed record NotFound : EpayblTransaction;

    /// <summary>The protocol has no such look-up.</summary>
    /// <param name="Reason">Which protocol, and what to do instead.</param>
    public sealed record NotSupported(string Reason) : EpayblTransaction;
}
