using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace BaseComponents.Tests.Scale.Eid.Tenants;

/// <summary>A log-in that was begun in a town: all that its browser and its request hold.</summary>
internal sealed partial record Visit(string RequestId, string RelayState, string Cookie, string Sent, bool GoesByItself, (string Key, byte[] Value) Entry)
{
    private static int _assertions;

    /// <summary>An identifier that no assertion had before.</summary>
    public static string NewAssertion() => $"_assertion{Interlocked.Increment(ref _assertions)}";

    public string CookieName(Tenant tenant) => $"eid-saml.{tenant.Scheme}.{RelayState[..8]}";

    /// <summary>Begins a log-in, in a browser that may bring the cookie of an earlier one.</summary>
    public static async Task<Visit> BeginAsync(HttpClient client, Tenant tenant, WatchedStore store, string? sent = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{tenant.Host}/login/{tenant.Scheme}");
        if (sent is not null)
            request.Headers.Add("Cookie", $"{tenant.SentCookie}={sent}");
        using var response = await client.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();
        var document = new XmlDocument();
        document.LoadXml(Encoding.UTF8.GetString(Convert.FromBase64String(Field(page, "SAMLRequest"))));
        return new Visit(
            document.DocumentElement!.GetAttribute("ID"), Field(page, "RelayState"), Given(response, $"eid-saml.{tenant.Scheme}.")!, Given(response, tenant.SentCookie)!, page.Contains("<script", StringComparison.Ordinal), store.Last);
    }

    /// <summary>Posts an answer; the session that it opens, or null.</summary>
    public static async Task<string?> PostAsync(HttpClient client, Tenant tenant, string answer, string relayState, string cookieName, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, tenant.Host + tenant.CallbackPath)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("SAMLResponse", answer), KeyValuePair.Create("RelayState", relayState)]),
        };
        request.Headers.Add("Cookie", $"{cookieName}={cookie}");
        using var response = await client.SendAsync(request);
        return response.Headers.Location?.OriginalString == "/me" ? Given(response, TenantHost.SessionCookie(tenant)) : null;
    }

    private static string? Given(HttpResponseMessage response, string prefix) => response.Headers.TryGetValues("Set-Cookie", out var lines)
        ? lines.Select(line => line.Split(';')[0]).Where(pair => pair.StartsWith(prefix, StringComparison.Ordinal)).Select(pair => pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]).LastOrDefault(value => value.Length > 0)
        : null;

    private static string Field(string page, string name) => WebUtility.HtmlDecode(Fields().Matches(page).First(field => field.Groups[1].Value == name).Groups[2].Value);

    [GeneratedRegex("name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Fields();
}
