using System.Net;

namespace BaseComponents.Tests.FirstDay;

/// <summary>Each unit's quick start in a new project, with packages from the folder alone, against the Sandbox as a process of its own.</summary>
public sealed class QuickStartsRun(StrangersMachine machine)
{
    [Theory]
    [InlineData("authorities", "authorities: ", "@")]
    [InlineData("destinations", "destinations: ", "submission.fit-connect.example")]
    [InlineData("payments", "payments: Open, 96", "to be paid at http://127.0.0.1:")]
    [InlineData("sandbox", "sandbox: http://127.0.0.1:", "knows ")]
    [InlineData("securemail", "securemail: accepted as ", "no certificate is configured")]
    public async Task It_builds_without_a_warning_and_does_what_its_page_says(string sample, string start, string content)
    {
        var output = await new StrangersProject(machine, sample).RunAsync();

        // The log stands between: one mailbox of the Sandbox has an expired certificate, and that is worth a warning.
        output.ReplaceLineEndings("\n").Split('\n').Should().Contain(line => line.StartsWith(start, StringComparison.Ordinal));
        output.Should().Contain(content);
    }

    [Fact]
    public async Task The_log_in_sends_the_browser_to_the_service()
    {
        var (running, address) = await new StrangersProject(machine, "eid").StartAsync();
        await using var stopped = running;
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpMessageInvoker(handler);

        using var answer = await GetAsync(browser, address);
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect, running.Output);
        var service = answer.Headers.Location!;
        service.AbsoluteUri.Should().MatchRegex(@"^http://127\.0\.0\.1:\d+/broker/authorize\?").And.Contain("request_uri=", "the Sandbox offers pushed requests");

        using var page = await GetAsync(browser, service);
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).Should().Contain("Erika");
    }

    [Fact]
    public async Task The_log_in_over_BundID_posts_a_signed_request_to_the_service()
    {
        var (running, address) = await new StrangersProject(machine, "bundid").StartAsync();
        await using var stopped = running;
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpMessageInvoker(handler);

        using var answer = await GetAsync(browser, address);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, running.Output);
        (await answer.Content.ReadAsStringAsync()).Should().MatchRegex(@"action=""http://127\.0\.0\.1:\d+/bundid/").And.Contain("SAMLRequest");
    }

    private static Task<HttpResponseMessage> GetAsync(HttpMessageInvoker browser, Uri address) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, address), CancellationToken.None);
}
