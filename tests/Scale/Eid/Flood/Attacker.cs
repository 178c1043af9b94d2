using System.Net;
using System.Text;
using System.Xml;
using AngleSharp.Html.Parser;

namespace BaseComponents.Tests.Scale.Eid.Flood;

/// <summary>One connection of a flood: forges answers one after the other, each in another way.</summary>
internal sealed class Attacker(Uri application, ForgedAnswers forged, FloodCount count, int number)
{
    private static readonly string Guessed = new('a', 48);
    private static readonly string LargeForm = new('A', 400 * 1024);

    public async Task RunAsync(CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        for (var turn = number; !stop.IsCancellationRequested; turn++)
            await ((turn % 4) switch
            {
                0 => PostAsync(client, LargeForm, Guessed, cookie: null),
                1 => PostAsync(client, LargeForm, Guessed, $"eid-saml.BundId.{Guessed[..8]}={new string('b', 200)}"),
                2 => FromOwnBrowserAsync(client, isBig: false),
                _ => FromOwnBrowserAsync(client, isBig: true),
            });
    }

    private async Task FromOwnBrowserAsync(HttpClient client, bool isBig)
    {
        using var page = await client.GetAsync(new Uri(application, "/login"));
        var document = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        string Field(string name) => document.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        var request = new XmlDocument();
        request.LoadXml(Encoding.UTF8.GetString(Convert.FromBase64String(Field("SAMLRequest"))));
        var cookie = page.Headers.GetValues("Set-Cookie").Select(line => line.Split(';')[0]).Single(pair => pair.StartsWith("eid-saml.", StringComparison.Ordinal));
        await PostAsync(client, forged.To(request.DocumentElement!.GetAttribute("ID"), isBig), Field("RelayState"), cookie);
    }

    private async Task PostAsync(HttpClient client, string answer, string relayState, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(application, "/signin-bundid"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("SAMLResponse", answer), KeyValuePair.Create("RelayState", relayState)]),
        };
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var response = await client.SendAsync(request);
        count.Forged(response.StatusCode is HttpStatusCode.ServiceUnavailable, GenuineAnswer.IsAccepted(response), cookie is not null && relayState != Guessed);
    }
}
