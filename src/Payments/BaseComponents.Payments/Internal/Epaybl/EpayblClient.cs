using BaseComponents.Payments.Epaybl;
using BaseComponents.Payments.Wire.Epaybl;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal.Epaybl;

/// <summary>Speaks the protocol that the settings name at that moment.</summary>
internal sealed class EpayblClient : IEpayblClient
{
    private readonly string _name;
    private readonly IOptionsMonitor<EpayblOptions> _options;
    private readonly EpayblTransport _transport;
    private readonly ILogger _logger;

    public EpayblClient(string name, IServiceProvider services)
    {
        _name = name;
        _options = services.GetRequiredService<IOptionsMonitor<EpayblOptions>>();
        _transport = new EpayblTransport(name, services.GetRequiredService<IHttpClientFactory>());
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("BaseComponents.Payments");
    }

    private EpayblOptions Settings => _options.Get(_name);

    public Task<EpayblStatus> GetStatusAsync(CancellationToken cancellationToken = default) => Wire().GetStatusAsync(cancellationToken);

    public Task<EpayblMethods> GetMethodsAsync(CancellationToken cancellationToken = default) => Wire().GetMethodsAsync(cancellationToken);

    public async Task<EpayblBookingOutcome> BookAsync(EpayblBookingList list, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        BookingListFaults.ThrowIfInvalid(list);
        return await Wire().BookAsync(list, cancellationToken).ConfigureAwait(false);
    }

    public Task<KassenzeichenInfo?> GetKassenzeichenAsync(string kassenzeichen, CancellationToken cancellationToken = default)
    {
        ThrowIfNoKey(kassenzeichen);
        return Wire().GetKassenzeichenAsync(kassenzeichen, cancellationToken);
    }

    public Task<EpayblTransaction> FindTransactionAsync(string transactionNumber, CancellationToken cancellationToken = default)
    {
        ThrowIfNoKey(transactionNumber);
        return Wire().FindTransactionAsync(transactionNumber, cancellationToken);
    }

    public Uri? PayPageOf(string kassenzeichen, string customerNumber, EpayblAddresses addresses)
    {
        ArgumentException.ThrowIfNullOrEmpty(kassenzeichen);
        ArgumentException.ThrowIfNullOrEmpty(customerNumber);
        ArgumentNullException.ThrowIfNull(addresses);
        return PayPageAddress.Of(Settings, kassenzeichen, customerNumber, addresses);
    }

    // They become part of paths and documents.
    private static void ThrowIfNoKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > 30 || !WireText.IsIdentifier(key))
            throw new ArgumentException("At most 30 letters, digits, underscores or hyphens.", nameof(key));
    }

    private IEpayblWire Wire() => Settings is { Protocol: EpayblProtocol.Soap } settings
        ? new EpayblSoap(settings, _transport, _logger)
        : new EpayblRest(Settings, _transport);
}
