using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>One protocol of ePayBL, with settings that hold for one call. What it is handed has been checked.</summary>
internal interface IEpayblWire
{
    Task<EpayblStatus> GetStatusAsync(CancellationToken cancellationToken);

    Task<EpayblMethods> GetMethodsAsync(CancellationToken cancellationToken);

    Task<EpayblBookingOutcome> BookAsync(EpayblBookingList list, CancellationToken cancellationToken);

    Task<KassenzeichenInfo?> GetKassenzeichenAsync(string kassenzeichen, CancellationToken cancellationToken);

    Task<EpayblTransaction> FindTransactionAsync(string transactionNumber, CancellationToken cancellationToken);
}
