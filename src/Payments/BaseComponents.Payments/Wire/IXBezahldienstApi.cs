using Refit;

namespace BaseComponents.Payments.Wire;

/// <summary>The paths of XBezahldienste 1.0.0. Answers are read by <see cref="AnswerReader"/>, so that no foreign exception carries a body around.</summary>
internal interface IXBezahldienstApi
{
    [Post("/paymenttransaction/{originatorId}/{endPointId}")]
    Task<HttpResponseMessage> CreateAsync(string originatorId, string endPointId, [Body] PaymentRequest request, CancellationToken cancellationToken);

    [Get("/paymenttransaction/{originatorId}/{endPointId}/{transactionId}")]
    Task<HttpResponseMessage> GetAsync(string originatorId, string endPointId, string transactionId, CancellationToken cancellationToken);

    [Get("/status/{originatorId}/{endPointId}")]
    Task<HttpResponseMessage> StatusAsync(string originatorId, string endPointId, CancellationToken cancellationToken);
}
