using System.Net.Http.Headers;
using System.Text.Json;

namespace BaseComponents.Payments.Wire;

/// <summary>The paths of XBezahldienste 1.0.0. Answers are read by <see cref="AnswerReader"/>, under its limits.</summary>
/// <param name="clients">Where the client comes from, anew for each call: it follows changed settings.</param>
/// <param name="clientName">The name of the client there.</param>
internal sealed class XBezahldienstApi(IHttpClientFactory clients, string clientName)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public async Task<HttpResponseMessage> CreateAsync(PaymentsOptions settings, PaymentRequest order, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(settings, "paymenttransaction"));
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(order, WireJson.Default.PaymentRequest)) { Headers = { ContentType = Json } };
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public Task<HttpResponseMessage> GetAsync(PaymentsOptions settings, string transactionId, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, Address(settings, "paymenttransaction", transactionId)), cancellationToken);

    public Task<HttpResponseMessage> StatusAsync(PaymentsOptions settings, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, Address(settings, "status")), cancellationToken);

    // A path below the configured address is kept, with or without a slash at its end.
    private static string Address(PaymentsOptions settings, string resource, string? id = null) =>
        $"{settings.BaseAddress!.AbsoluteUri.AsSpan().TrimEnd('/')}/{resource}/{Uri.EscapeDataString(settings.OriginatorId!)}/{Uri.EscapeDataString(settings.EndPointId!)}{(id is null ? "" : "/")}{Uri.EscapeDataString(id ?? "")}";

    // Its body is in memory when it comes: BoundedAnswerHandler has read it, and the client shall not copy it.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        clients.CreateClient(clientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
