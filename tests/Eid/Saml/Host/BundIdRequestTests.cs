using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>What an application sends to BundID, and what it says about its own settings.</summary>
public sealed class BundIdRequestTests : IAsyncLifetime
{
    private SamlApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await SamlApplication.StartAsync();

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task The_request_asks_for_what_is_configured_and_for_nothing_else()
    {
        var browser = new SamlBrowser(_application);
        await browser.BeginAsync();
        var request = browser.Sent().Request;

        request.GetAttribute("ForceAuthn").Should().Be("true");
        request.GetAttribute("AssertionConsumerServiceURL").Should().Be(Parties.AnswerAddress);
        request.SelectNodes("//*[local-name()='RequestedAttribute']/@Name")!.OfType<XmlAttribute>().Select(name => name.Value)
            .Should().Equal("urn:oid:1.3.6.1.4.1.25484.494450.2", "urn:oid:2.5.4.42", "urn:oid:2.5.4.4", "urn:oid:1.3.6.1.4.1.25484.494450.3");
        request.SelectSingleNode("//*[local-name()='AuthnContextClassRef']")!.InnerText.Should().Be("STORK-QAA-Level-3");
        request.SelectSingleNode("//*[local-name()='OnlineServiceId']")!.InnerText.Should().Be("BMI-0000");
        request.ChildNodes.OfType<XmlElement>().Select(child => child.LocalName).Should().Equal("Issuer", "Signature", "Extensions", "NameIDPolicy", "RequestedAuthnContext");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_probably_not_meant_so_is_logged_once_unless_it_is_meant_so(bool isMeant)
    {
        var settings = SamlApplication.Settings();
        settings["BundId:Attributes:2:Required"] = "true";
        settings["BundId:AcceptedWarnings:0"] = isMeant ? "lint-hides-guest-login" : "lint-language";
        await using var application = await SamlApplication.StartAsync(settings);
        var browser = new SamlBrowser(application);
        await browser.BeginAsync();
        await browser.BeginAsync();

        application.Log.Count(line => line.Contains("1012", StringComparison.Ordinal) && line.Contains("lint-hides-guest-login", StringComparison.Ordinal)).Should().Be(isMeant ? 0 : 1);
    }

    [Fact]
    public async Task The_page_goes_on_by_itself_once_and_asks_whoever_comes_back()
    {
        var browser = new SamlBrowser(_application);
        await browser.GoAsync("/login");
        browser.Text.Should().Contain(".submit()");
        browser.Last.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.Contain("form-action https://idp.example https:;");

        await browser.GoAsync("/login");

        browser.Text.Should().NotContain("<script").And.Contain("Sie waren bereits auf dem Weg zur Anmeldung").And.Contain("<button");
    }
}
