using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Scale.Payments.Flaws;

/// <summary>Gives every create a request id of its own, as clients do that make one up for each try.</summary>
internal sealed class FreshRequestIds : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post && await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken) is { } order)
        {
            order["requestId"] = Guid.NewGuid().ToString("N");
            request.Content = JsonContent.Create(order);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken) is { } transaction)
        {
            // It is not the one that the client remembers; so nobody may compare it.
            transaction["paymentRequest"]!.AsObject().Remove("requestId");
            answer.Content = JsonContent.Create(transaction);
        }

        return answer;
    }
}
