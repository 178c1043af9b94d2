using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Payments.Internal.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>The REST connector. Its result code decides, never the HTTP status: errors come with 200 as well.</summary>
internal sealed class EpayblRest(EpayblOptions settings, EpayblTransport transport) : IEpayblWire
{
    public async Task<EpayblStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        var (code, _) = await CallAsync(HttpMethod.Get, "status", content: null, correlationId: null, cancellationToken).ConfigureAwait(false);
        return new EpayblStatus(code.IsSuccess, code, EPaymentId: null);
    }

    public async Task<EpayblMethods> GetMethodsAsync(CancellationToken cancellationToken)
    {
        var (code, answer) = await CallAsync(HttpMethod.Get, "zahlverfahren", content: null, correlationId: null, cancellationToken).ConfigureAwait(false);
        return code.IsSuccess ? new EpayblMethods.Offered(RestReader.Methods(answer)) : throw EpayblFaults.Refused(code, null, null);
    }

    public async Task<EpayblBookingOutcome> BookAsync(EpayblBookingList list, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(RestWriter.Write(list), EpayblJson.Default.RestBookingList);
        var (code, answer) = await CallAsync(HttpMethod.Post, "buchungslisten", content, list.TransactionNumber, cancellationToken).ConfigureAwait(false);
        var page = RestReader.PayPage(answer, settings, list.TransactionNumber);
        if (code.IsSuccess)
            return new EpayblBookingOutcome.Created(list.Kassenzeichen ?? (page is null ? null : PayPageAddress.KassenzeichenOf(page)), page, Amount: null, EPaymentId: null);
        return EpayblErrorCatalogue.Describe(code).Class switch
        {
            EpayblErrorClass.Duplicate => new EpayblBookingOutcome.TransactionExists(code, null),
            EpayblErrorClass.PayPageOpen => new EpayblBookingOutcome.PayPageOpen(page, code, null),
            _ => throw EpayblFaults.Refused(code, null, list.TransactionNumber),
        };
    }

    public async Task<KassenzeichenInfo?> GetKassenzeichenAsync(string kassenzeichen, CancellationToken cancellationToken)
    {
        var (code, answer) = await CallAsync(HttpMethod.Get, $"kassenzeichen/{kassenzeichen}", content: null, kassenzeichen, cancellationToken).ConfigureAwait(false);
        if (code.IsSuccess)
            return RestReader.Info(answer, kassenzeichen);
        return NotFound.Says(settings, code) ? null : throw EpayblFaults.Refused(code, null, kassenzeichen);
    }

    public Task<EpayblTransaction> FindTransactionAsync(string transactionNumber, CancellationToken cancellationToken) => Task.FromResult<EpayblTransaction>(
        new EpayblTransaction.NotSupported("The REST connector has no look-up by transaction number. Look up the Kassenzeichen, or ask the operator with the number."));

    private async Task<(EpayblResultCode Code, RestAnswer Answer)> CallAsync(HttpMethod method, string path, HttpContent? content, string? correlationId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, AddressOf(path)) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var answer = await transport.SendAsync(request, correlationId, cancellationToken).ConfigureAwait(false);
        return answer.MayBeItsWord("application/json") && Parse(answer.Body) is { Ergebnis.Rc: { Length: > 0 and <= 50 } rc } said
            ? (new EpayblResultCode(rc), said)
            : throw EpayblFaults.NotItsWord(answer, correlationId, "it is not the JSON of the REST connector with a result code");
    }

    private static RestAnswer? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, EpayblJson.Default.RestAnswer);
        }
        catch (JsonException)
        {
            // Not JSON, or not of that shape: then it is not the connector that speaks.
            return null;
        }
    }

    private Uri AddressOf(string path)
    {
        var address = settings.BaseAddress!.AbsoluteUri.TrimEnd('/');
        return new Uri($"{address}/epayment/fachverfahren/v1_0/mandanten/{settings.Mandant}/bewirtschafter/{settings.Bewirtschafter}/{path}");
    }
}
