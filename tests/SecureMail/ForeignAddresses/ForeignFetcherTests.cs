using System.Net;
using System.Text;
using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.Tests.SecureMail.ForeignAddresses;

public sealed class ForeignFetcherTests
{
    private static readonly FetchRules Trusting = new() { AllowsHttp = true, TrustedHosts = new HashSet<string> { "web.example" }, MaxLength = 1000, Timeout = TimeSpan.FromSeconds(5) };

    [Fact]
    public async Task What_a_configured_host_has_is_fetched()
    {
        using var web = TestWeb.Saying(TestWeb.Ok("liste"));

        var outcome = await FetchAsync(web.Address, Trusting);

        outcome.Should().BeOfType<FetchOutcome.Fetched>().Which.Content.Should().Equal("liste"u8.ToArray());
    }

    [Fact]
    public async Task What_is_not_there_is_missing()
    {
        using var web = TestWeb.Saying("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        (await FetchAsync(web.Address, Trusting)).Should().BeOfType<FetchOutcome.Missing>();
    }

    [Theory]
    [InlineData("http://web.example/", nameof(FetchProblem.Scheme))]
    [InlineData("ftp://web.example/", nameof(FetchProblem.Scheme))]
    [InlineData("file:///etc/passwd", nameof(FetchProblem.Scheme))]
    [InlineData("ldap://web.example/", nameof(FetchProblem.Scheme))]
    [InlineData("https://name:secret@web.example/", nameof(FetchProblem.Form))]
    [InlineData("https://web.example:22/", nameof(FetchProblem.Form))]
    [InlineData("https://127.0.0.1/", nameof(FetchProblem.Place))]
    [InlineData("https://2130706433/", nameof(FetchProblem.Place))]
    [InlineData("https://0x7f.1/", nameof(FetchProblem.Place))]
    [InlineData("https://[::1]/", nameof(FetchProblem.Place))]
    [InlineData("https://[::ffff:7f00:1]/", nameof(FetchProblem.Place))]
    [InlineData("https://localhost/", nameof(FetchProblem.Place))]
    [InlineData("https://inside.example/", nameof(FetchProblem.Place))]
    public async Task What_a_stranger_must_not_choose_is_not_called_on(string address, string problem) =>
        (await FetchAsync(new Uri(address), new FetchRules())).Should().Be(new FetchOutcome.Forbidden(Enum.Parse<FetchProblem>(problem)));

    [Fact]
    public async Task A_name_with_one_public_address_is_called_on_there_only()
    {
        var asked = new List<string>();
        using var fetcher = new ForeignFetcher(new FetchRules { Timeout = TimeSpan.FromMilliseconds(500) }, TimeProvider.System, (host, _) =>
        {
            asked.Add(host);
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("10.0.0.1")]);
        });

        (await fetcher.GetAsync(new Uri("https://rebound.example/"))).Should().Be(new FetchOutcome.Forbidden(FetchProblem.Place));
        asked.Should().Equal("rebound.example");
    }

    [Theory]
    [InlineData("http://127.0.0.1/", nameof(FetchProblem.Place))]
    [InlineData("http://inside.example/", nameof(FetchProblem.Place))]
    [InlineData("http://inside.example:8080/", nameof(FetchProblem.Form))]
    [InlineData("gopher://web.example/", nameof(FetchProblem.Scheme))]
    public async Task Redirects_are_looked_at_like_the_first_address(string target, string problem)
    {
        using var web = TestWeb.Saying(TestWeb.To(target));

        (await FetchAsync(web.Address, Trusting)).Should().Be(new FetchOutcome.Forbidden(Enum.Parse<FetchProblem>(problem)));
    }

    [Fact]
    public async Task Redirects_come_to_an_end()
    {
        using var web = TestWeb.Saying(TestWeb.To("/again"));

        (await FetchAsync(web.Address, Trusting)).Should().Be(new FetchOutcome.Failed(FetchProblem.Redirects));
        web.Asked.Should().HaveCount(4);
    }

    [Theory]
    [InlineData("http://[")]
    [InlineData("http://a b/")]
    public async Task A_redirect_to_nowhere_is_no_answer(string target)
    {
        using var web = TestWeb.Saying(TestWeb.To(target));

        (await FetchAsync(web.Address, Trusting)).Should().BeOfType<FetchOutcome.Failed>();
    }

    [Fact]
    public async Task An_answer_that_says_it_is_too_long_is_not_read()
    {
        using var web = TestWeb.Saying("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\nx");

        (await FetchAsync(web.Address, Trusting)).Should().Be(new FetchOutcome.Failed(FetchProblem.TooLong));
    }

    [Fact]
    public async Task An_answer_without_an_end_is_cut_off()
    {
        using var web = new TestWeb(async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray());
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', 100)));
        });

        (await FetchAsync(web.Address, Trusting)).Should().Be(new FetchOutcome.Failed(FetchProblem.TooLong));
    }

    [Fact]
    public async Task An_answer_that_trickles_takes_no_longer_than_allowed()
    {
        using var web = new TestWeb(async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray());
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray());
                await Task.Delay(100);
            }
        });

        (await FetchAsync(web.Address, Trusting with { Timeout = TimeSpan.FromSeconds(1) })).Should().Be(new FetchOutcome.Failed(FetchProblem.TooSlow));
    }

    [Fact]
    public async Task Headers_without_an_end_are_cut_off()
    {
        using var web = new TestWeb(async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray());
            while (true)
                await stream.WriteAsync("X-Long: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n"u8.ToArray());
        });

        (await FetchAsync(web.Address, Trusting)).Should().Be(new FetchOutcome.Failed(FetchProblem.Unreachable));
    }

    [Fact]
    public async Task Cancellation_stays_cancellation()
    {
        using var web = new TestWeb((_, _) => Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken));
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var fetcher = Fetcher(Trusting);

        var fetching = () => fetcher.GetAsync(web.Address, cancelled.Token);

        await fetching.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Questions_are_not_sent_on_elsewhere()
    {
        using var web = TestWeb.Saying(TestWeb.To("/other"));
        using var fetcher = Fetcher(Trusting);

        (await fetcher.PostAsync(web.Address, [1, 2, 3], "application/ocsp-request")).Should().Be(new FetchOutcome.Failed(FetchProblem.Status));
        web.Asked.Should().Equal("POST / HTTP/1.1");
    }

    [Fact]
    public async Task Behind_a_proxy_only_configured_hosts_are_asked_for()
    {
        using var proxy = TestWeb.Saying(TestWeb.Ok("über den Proxy".Replace("ü", "ue", StringComparison.Ordinal)));
        var rules = Trusting with { Proxy = proxy.Address };

        (await FetchAsync(new Uri("http://web.example/liste.crl"), rules)).Should().BeOfType<FetchOutcome.Fetched>();
        (await FetchAsync(new Uri("http://other.example/liste.crl"), rules)).Should().Be(new FetchOutcome.Forbidden(FetchProblem.Place));
        proxy.Asked.Should().Equal("GET http://web.example/liste.crl HTTP/1.1");
    }

    private static async Task<FetchOutcome> FetchAsync(Uri address, FetchRules rules)
    {
        using var fetcher = Fetcher(rules);
        return await fetcher.GetAsync(address);
    }

    private static ForeignFetcher Fetcher(FetchRules rules) => new(rules, TimeProvider.System, (host, _) =>
        Task.FromResult<IPAddress[]>(host is "inside.example" ? [IPAddress.Parse("10.0.0.1")] : [IPAddress.Loopback]));
}
