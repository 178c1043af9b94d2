using System.Net.Http.Headers;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>What a browser may pile up, and in what form and at what path its answer comes.</summary>
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

    [Fact]
    public async Task An_application_below_a_path_takes_its_answers_there()
    {
        const string callback = "/dienste/signin-bundid";
        var settings = SamlApplication.Settings();
        settings["BundId:CallbackPath"] = callback;
        await using var application = await SamlApplication.StartAsync(settings, services: services => services.AddSingleton<IStartupFilter>(new Below("/dienste")));
        var browser = new SamlBrowser(application);
        var (id, relayState) = await browser.BeginAsync("/dienste/login?returnUrl=/dienste/me");
        var answer = Answers.Encrypted(new ForgedResponse { InResponseTo = id, Destination = SamlApplication.Host + callback, Recipient = SamlApplication.Host + callback });

        await browser.PostAsync(callback, ("SAMLResponse", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(answer.OuterXml))), ("RelayState", relayState));

        browser.Location.Should().Be("/dienste/me");
    }

    private sealed class Below(string path) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
        {
            application.UsePathBase(path);
            next(application);
        };
    }
}
