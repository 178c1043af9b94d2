using System.Net.Http.Headers;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Payments.Internal;
using BaseComponents.Payments.Internal.Epaybl;
using BaseComponents.Shared;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>The SOAP interface. Its result code decides, never the HTTP status.</summary>
internal sealed partial class EpayblSoap(EpayblOptions settings, EpayblTransport transport, ILogger logger) : IEpayblWire
{
    private readonly SoapRequests _requests = new(settings);

    public async Task<EpayblStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        var (code, ePaymentId) = (await ReadAsync(_requests.IsAlive(), null, cancellationToken).ConfigureAwait(false)).Outcome;
        return new EpayblStatus(code.IsSuccess, code, ePaymentId);
    }

    public Task<EpayblMethods> GetMethodsAsync(CancellationToken cancellationToken) => Task.FromResult<EpayblMethods>(
        new EpayblMethods.NotSupported("The SOAP interface does not tell the ways to pay. Take them from the operator's letter."));

    public async Task<EpayblBookingOutcome> BookAsync(EpayblBookingList list, CancellationToken cancellationToken)
    {
        ThrowIfPayPageTooLong(list);
        await CreateCustomerAsync(list, cancellationToken).ConfigureAwait(false);
        var answer = await SendAsync(_requests.Book(list), list.TransactionNumber, isRead: false, cancellationToken).ConfigureAwait(false);
        var (code, ePaymentId) = answer.Outcome;
        if (code.IsSuccess)
        {
            var created = answer.Created(list, kassenzeichen => PayPage(list, kassenzeichen));
            await DeleteCustomerAsync(list, cancellationToken).ConfigureAwait(false);
            return created;
        }

        return EpayblErrorCatalogue.Describe(code).Class switch
        {
            EpayblErrorClass.Duplicate => new EpayblBookingOutcome.TransactionExists(code, ePaymentId),
            EpayblErrorClass.PayPageOpen => new EpayblBookingOutcome.PayPageOpen(list.Kassenzeichen is { } own ? PayPage(list, own) : null, code, ePaymentId),
            _ => throw EpayblFaults.Refused(code, ePaymentId, list.TransactionNumber),
        };
    }

    public async Task<KassenzeichenInfo?> GetKassenzeichenAsync(string kassenzeichen, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(_requests.ReadKassenzeichen(kassenzeichen), kassenzeichen, cancellationToken).ConfigureAwait(false);
        return IsFound(answer.Outcome, kassenzeichen) ? answer.Info(kassenzeichen) : null;
    }

    public async Task<EpayblTransaction> FindTransactionAsync(string transactionNumber, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(_requests.ReadTransaction(transactionNumber), transactionNumber, cancellationToken).ConfigureAwait(false);
        return IsFound(answer.Outcome, transactionNumber) ? answer.Transaction(transactionNumber) : new EpayblTransaction.NotFound();
    }

    // After a lost answer the account exists already, by a code that is not public; then the booking itself tells whether something is missing.
    private async Task CreateCustomerAsync(EpayblBookingList list, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(_requests.CreateCustomer(list.Customer), list.TransactionNumber, isRead: false, cancellationToken).ConfigureAwait(false);
        var (code, ePaymentId) = answer.Outcome;
        if (code.IsSuccess)
            return;
        if (EpayblErrorCatalogue.Describe(code).Class is not (EpayblErrorClass.Customer or EpayblErrorClass.Unknown or EpayblErrorClass.OutcomeUnknown))
            throw EpayblFaults.Refused(code, ePaymentId, list.TransactionNumber);
        CustomerNotCreated(logger, list.TransactionNumber, code.ToString());
    }

    // The claim is booked; an account that stays behind hurts nobody, and the operator deletes it in time.
    private async Task DeleteCustomerAsync(EpayblBookingList list, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await SendAsync(_requests.DeleteCustomer(list.Customer.Number), list.TransactionNumber, isRead: false, cancellationToken).ConfigureAwait(false);
            if (!answer.Outcome.Code.IsSuccess)
                CustomerNotDeleted(logger, list.TransactionNumber, answer.Outcome.Code.ToString());
        }
        catch (PaymentException exception)
        {
            CustomerNotDeleted(logger, list.TransactionNumber, exception.Code);
        }
    }

    private bool IsFound(SoapResult outcome, string correlationId)
    {
        if (outcome.Code.IsSuccess)
            return true;
        return NotFound.Says(settings, outcome.Code) ? false : throw EpayblFaults.Refused(outcome.Code, outcome.EPaymentId, correlationId);
    }

    private Uri? PayPage(EpayblBookingList list, string kassenzeichen) => PayPageAddress.Of(settings, kassenzeichen, list.Customer.Number, list.Addresses);

    // Before the claim exists: a pay page that cannot be stored or opened would leave it unpayable.
    private void ThrowIfPayPageTooLong(EpayblBookingList list)
    {
        var findings = new Findings();
        findings.Length(nameof(list.Addresses), PayPage(list, new string('0', 30))?.AbsoluteUri, OrderRules.MaxAddress);
        if (findings.All.Count > 0)
            throw BookingListFaults.Invalid(findings.All);
    }

    private Task<SoapReader> ReadAsync(byte[] body, string? correlationId, CancellationToken cancellationToken) =>
        SendAsync(body, correlationId, isRead: true, cancellationToken);

    private async Task<SoapReader> SendAsync(byte[] body, string? correlationId, bool isRead, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.BaseAddress) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        request.Headers.TryAddWithoutValidation("SOAPAction", "\"\"");
        // A question may be asked again, whatever became of the first one.
        request.Options.Set(RetryHandler.SameKey, isRead);
        var answer = await transport.SendAsync(request, correlationId, cancellationToken).ConfigureAwait(false);
        return SoapReader.Read(answer, correlationId);
    }

    [LoggerMessage(2021, LogLevel.Information, "The payer's account for transaction {TransactionNumber} was not created ({Code}); the booking is tried all the same.")]
    private static partial void CustomerNotCreated(ILogger logger, string transactionNumber, string code);

    [LoggerMessage(2022, LogLevel.Information, "The payer's account of transaction {TransactionNumber} could not be deleted ({Code}); the claim is not affected.")]
    private static partial void CustomerNotDeleted(ILogger logger, string transactionNumber, string code);
}
