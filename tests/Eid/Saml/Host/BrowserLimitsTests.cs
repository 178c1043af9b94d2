using System.Net.Http.Headers;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>What a browser may pile up, and in what form its answer comes.</summary>
public sealed class BrowserLimitsTests
{
    [Fact]
    public async Task A_browser_that_begins_many_log_ins_keeps_the_latest_ones()
    {
        await using var application = await SamlApplication.StartAsync();
        var browser = new SamlBrowser(application);
        for (var i = 0; i < 40; i++)
            await browser.BeginAsync();
        var (id, relayState) = await browser.BeginAsync();

        // Servers refuse requests whose cookies exceed 32 kB: the application would be out of reach until they expire.
        browser.Cookies.Where(cookie => cookie.Key.StartsWith("eid-saml", StringComparison.Ordinal)).Should().HaveCountLessThan(10);
        await browser.AnswerAsync(Answers.Encrypted(new ForgedResponse { InResponseTo = id }), relayState);
        browser.Location.Should().Be("/me");
    }

    [Fact]
    public async Task An_answer_comes_in_an_ordinary_form_alone()
    {
        await using var application = await SamlApplication.StartAsync();
        var browser = new SamlBrowser(application);
        var (id, relayState) = await browser.BeginAsync();
        var form = new MultipartFormDataContent
        {
            { new StringContent(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Answers.Encrypted(new ForgedResponse { InResponseTo = id }).OuterXml))), "SAMLResponse" },
            { new StringContent(relayState), "RelayState" },
        };
        foreach (var part in form)
            part.Headers.ContentType = new MediaTypeHeaderValue("text/plain");

        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, SamlApplication.Host + "/signin-bundid") { Content = form });

        browser.Location.Should().StartWith("/ended?outcome=rejected");
        application.Log.Should().Contain(line => line.Contains("answer-no-form", StringComparison.Ordinal));
    }
}
