using System.Text;
using System.Text.Json;

namespace BaseComponents.Benchmarks.Payments.Coordinator;

/// <summary>The service of both sides, in this process: an order is open at once, and paid at the first look.</summary>
/// <param name="called">Told of each call.</param>
internal sealed class InstantService(Action<HttpMethod>? called = null) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        called?.Invoke(request.Method);
        var requestId = request.Method == HttpMethod.Post
            ? await RequestIdAsync(request.Content!, cancellationToken)
            : request.RequestUri!.Segments[^1]["T-".Length..];
        return new HttpResponseMessage { Content = new StringContent(AnswerTo(requestId, request.Method), Encoding.UTF8, "application/json"), RequestMessage = request };
    }

    private static async Task<string> RequestIdAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var order = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken));
        return order.RootElement.GetProperty("requestId").GetString()!;
    }

    private static string AnswerTo(string requestId, HttpMethod method)
    {
        var state = method == HttpMethod.Post
            ? """ "status":"INITIAL","transactionRedirectUrl":"https://bezahlen.example/seite" """
            : """ "status":"PAYED","transactionReference":"8142000000001","paymentMethod":"OTHER" """;
        return $$$"""{"paymentInformation":{"transactionId":"T-{{{requestId}}}",{{{state}}} },"paymentRequest":{"requestId":"{{{requestId}}}","currency":"EUR","grosAmount":232.05}}""";
    }
}
