using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>Puts name and secret into the header of every form that is sent to the broker (<c>client_secret_basic</c>): pushed requests and codes.</summary>
internal sealed class ClientSecretHeader(EidBrokerOptions broker, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post && request.Headers.Authorization is null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Encoded(broker.ClientId)}:{Encoded(broker.ClientSecret)}")));
        return base.SendAsync(request, cancellationToken);
    }

    private string? Encoded(string? text) => broker.Client.EncodeSecret ? WebUtility.UrlEncode(text) : text;
}
