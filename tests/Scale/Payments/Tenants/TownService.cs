using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Scale.Payments.Tenants;

/// <summary>The payment service of one town at the place of the network: it takes a few milliseconds, or hangs until the caller gives up.</summary>
/// <param name="sharedQueue">A queue that all towns stand in, to show that the measure would see one; null as it should be.</param>
internal sealed class TownService(SemaphoreSlim? sharedQueue) : HttpMessageHandler
{
    private static readonly TimeSpan ServiceTime = TimeSpan.FromMilliseconds(5);
    private int _waiting;

    public bool Hangs { get; set; }

    /// <summary>How many requests hang in it now.</summary>
    public int Waiting => _waiting;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (sharedQueue is null)
            return await ServeAsync(request, cancellationToken);
        await sharedQueue.WaitAsync(cancellationToken);
        try
        {
            return await ServeAsync(request, cancellationToken);
        }
        finally
        {
            sharedQueue.Release();
        }
    }

    private async Task<HttpResponseMessage> ServeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Hangs)
            await HangAsync(cancellationToken);
        await Task.Delay(ServiceTime, cancellationToken);
        var id = request.RequestUri!.Segments[^1];
        var order = request.Content is { } content ? JsonNode.Parse(await content.ReadAsStringAsync(cancellationToken)) : null;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(Answer(order, (string?)order?["requestId"] ?? id)) };
    }

    private async Task HangAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    // The id is the key of the order, so that a look needs no memory.
    private static JsonObject Answer(JsonNode? order, string requestId) => new()
    {
        ["paymentInformation"] = new JsonObject { ["transactionId"] = requestId, ["status"] = "INITIAL", ["transactionRedirectUrl"] = "https://bezahlen.example/p" },
        ["paymentRequest"] = order?.DeepClone() ?? new JsonObject { ["requestId"] = requestId, ["currency"] = "EUR", ["grosAmount"] = 96 },
    };
}
