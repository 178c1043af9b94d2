using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Net.Security;
using AngleSharp.Html.Parser;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox;

public sealed class SandboxServerTests : IAsyncLifetime
{
    private readonly HttpClient _browser = new();
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_front_page_is_german_and_lists_every_service_with_links_that_work()
    {
        var page = await new HtmlParser().ParseDocumentAsync(await _browser.GetStringAsync(_sandbox.Address));

        page.DocumentElement.GetAttribute("lang").Should().Be("de");
        page.QuerySelectorAll("main section.card").Length.Should().Be(5, "four services and the faults have a card each");
        foreach (var link in page.QuerySelectorAll("main section.card a").Select(link => link.GetAttribute("href")!))
        {
            using var answer = await _browser.GetAsync(new Uri(_sandbox.Address, link));
            answer.StatusCode.Should().Be(HttpStatusCode.OK, "{0} stands on the front page", link);
        }
    }

    [Fact]
    public async Task Pages_forbid_scripts_and_framing()
    {
        using var answer = await _browser.GetAsync(_sandbox.Address);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe-inline");
    }

    [Fact]
    public void It_listens_on_the_loopback_interface_only()
    {
        int[] ports = [_sandbox.Address.Port, _sandbox.MachineAddress.Port, _sandbox.Configuration.GetValue<int>("BaseComponents:SecureMail:Smtp:Port")];

        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(listener => ports.Contains(listener.Port))
            .Should().HaveCount(3).And.OnlyContain(listener => IPAddress.IsLoopback(listener.Address));
    }

    [Fact]
    public async Task The_machine_address_has_a_certificate_of_the_sandboxs_own_authority()
    {
        var errors = SslPolicyErrors.None;
        using var client = new HttpClient(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, _, _, seen) =>
            {
                errors = seen;
                return true;
            },
        });

        using var answer = await client.GetAsync(_sandbox.MachineAddress);

        errors.Should().Be(SslPolicyErrors.RemoteCertificateChainErrors, "the name fits and only the root is unknown to the system");
    }

    [Theory]
    [InlineData("gibt-es-nicht")]
    [InlineData("favicon.ico")]
    [InlineData("mail/20260101000000000-00000000")]
    public async Task A_page_that_is_not_there_says_so_in_german(string path)
    {
        using var answer = await _browser.GetAsync(new Uri(_sandbox.Address, path));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        page.DocumentElement.GetAttribute("lang").Should().Be("de");
        page.QuerySelectorAll("h1").Should().ContainSingle();
    }

    [Fact]
    public async Task The_front_page_names_the_addresses_that_the_settings_hold()
    {
        var text = (await new HtmlParser().ParseDocumentAsync(await _browser.GetStringAsync(_sandbox.Address))).Body!.TextContent;

        foreach (var setting in new[] { "Eid:Broker:Authority", "Payments:BaseAddress", "Authorities:Deliveries:0", "SecureMail:Smtp:Port", "SecureMail:Sender:Address" })
            text.Should().Contain(_sandbox.Configuration["BaseComponents:" + setting]);
    }

    [Fact]
    public async Task An_unknown_fault_is_refused_by_name()
    {
        using var answer = await _browser.PostAsJsonAsync(new Uri(_sandbox.Address, "/_sandbox/faults"), new { name = "payments.gremlins", times = 1, milliseconds = 0 });

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("payments.gremlins");
    }

    [Fact]
    public async Task Two_sandboxes_live_side_by_side_in_one_process()
    {
        await using var other = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        other.Address.Should().NotBe(_sandbox.Address);
        using var answer = await _browser.GetAsync(other.Address);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_taken_port_is_an_io_exception()
    {
        var start = () => SandboxServer.StartAsync(new SandboxOptions { HttpPort = _sandbox.Address.Port });

        await start.Should().ThrowAsync<IOException>();
    }
}
