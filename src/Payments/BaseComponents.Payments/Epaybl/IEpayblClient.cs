namespace BaseComponents.Payments.Epaybl;

/// <summary>
/// ePayBL's own interfaces, REST and SOAP, of one Mandant and Bewirtschafter. Preview: no operator has published a specification, see
/// <c>docs/standards.md</c>. Safe to share and to call from many places at once.
/// </summary>
/// <remarks>It keeps nothing: whoever calls <see cref="BookAsync"/> stores the transaction number before, or a crash loses the payment.</remarks>
public interface IEpayblClient
{
    /// <summary>Asks whether the service answers.</summary>
    /// <exception cref="PaymentException">It cannot be reached, does not let the client in, or answers something unreadable.</exception>
    Task<EpayblStatus> GetStatusAsync(CancellationToken cancellationToken = default);

    /// <summary>The ways to pay with their limits.</summary>
    /// <exception cref="PaymentException">As for every call.</exception>
    Task<EpayblMethods> GetMethodsAsync(CancellationToken cancellationToken = default);

    /// <summary>Sends a booking list. The same transaction number again can never be a second claim.</summary>
    /// <exception cref="PaymentException">The list breaks rules (nothing was sent), or the service refuses it or cannot be reached.</exception>
    Task<EpayblBookingOutcome> BookAsync(EpayblBookingList list, CancellationToken cancellationToken = default);

    /// <summary>What the books say of a Kassenzeichen; null when the service knows none, by a code that the settings name for that.</summary>
    /// <exception cref="PaymentException">As for every call.</exception>
    Task<KassenzeichenInfo?> GetKassenzeichenAsync(string kassenzeichen, CancellationToken cancellationToken = default);

    /// <summary>The booking list by its transaction number.</summary>
    /// <exception cref="PaymentException">As for every call.</exception>
    Task<EpayblTransaction> FindTransactionAsync(string transactionNumber, CancellationToken cancellationToken = default);

    /// <summary>The pay page of a Kassenzeichen, without a call; null where the settings name no pay page.</summary>
    /// <param name="kassenzeichen">The Kassenzeichen.</param>
    /// <param name="customerNumber">The number of the account it was booked with.</param>
    /// <param name="addresses">Where the pay page leads to.</param>
    Uri? PayPageOf(string kassenzeichen, string customerNumber, EpayblAddresses addresses);
}
