using System.Net;
using AngleSharp.Html.Parser;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>Presses buttons on the pay page as a browser would; follows nothing by itself.</summary>
internal sealed class Citizen : IDisposable
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Opens the pay page, presses the button with that label and returns where the browser is sent.</summary>
    public async Task<Uri> PressAsync(Uri payPage, string label)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await _browser.GetStringAsync(payPage));
        var button = page.QuerySelectorAll("form button").Single(candidate => candidate.TextContent == label);
        using var form = new FormUrlEncodedContent([new(button.GetAttribute("name")!, button.GetAttribute("value")!)]);
        using var answer = await _browser.PostAsync(payPage, form);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        return answer.Headers.Location!;
    }

    public void Dispose() => _browser.Dispose();
}
