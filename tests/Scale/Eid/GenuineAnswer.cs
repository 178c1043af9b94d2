using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BaseComponents.Tests.Contracts.Eid;

namespace BaseComponents.Tests.Scale.Eid;

/// <summary>A valid answer of the Sandbox's identity provider that was not sent yet, with the cookies of the browser that began the log-in.</summary>
/// <param name="Fields">The form.</param>
/// <param name="Path">Where it is posted to.</param>
/// <param name="Cookies">The header of that browser.</param>
internal sealed record GenuineAnswer(IReadOnlyDictionary<string, string> Fields, string Path, string Cookies)
{
    /// <summary>The whole way of a log-in but for its last step.</summary>
    public static async Task<GenuineAnswer> GetAsync(Uri application)
    {
        using var browser = new Browser();
        await browser.GoAsync(new Uri(application, "/login"));
        await browser.PressAsync("Weiter zur Anmeldung");
        await browser.PressAsync("Anmelden als Erika");
        var form = (IHtmlFormElement)new HtmlParser().ParseDocument(browser.Text).QuerySelector("form")!;
        var fields = form.QuerySelectorAll("input").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        var target = new Uri(browser.Address, form.GetAttribute("action"));
        return target.Authority == application.Authority && fields.ContainsKey("SAMLResponse")
            ? new GenuineAnswer(fields, target.AbsolutePath, browser.Cookies.GetCookieHeader(application))
            : throw new InvalidOperationException("The identity provider gave no answer for the application.");
    }

    public async Task<HttpResponseMessage> PostAsync(HttpClient client, Uri node)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node, Path)) { Content = new FormUrlEncodedContent(Fields) };
        request.Headers.Add("Cookie", Cookies);
        return await client.SendAsync(request);
    }

    /// <summary>Whether an answer to a post logs somebody in.</summary>
    public static bool IsAccepted(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Found && response.Headers.Location?.OriginalString == "/me" && SessionOf(response) is not null;

    /// <summary>The session that an answer to a post opens, as a header.</summary>
    public static string? SessionOf(HttpResponseMessage response) => response.Headers.TryGetValues("Set-Cookie", out var lines)
        ? lines.Select(line => line.Split(';')[0]).LastOrDefault(cookie => cookie.StartsWith("session=", StringComparison.Ordinal) && cookie.Length > "session=".Length)
        : null;
}
