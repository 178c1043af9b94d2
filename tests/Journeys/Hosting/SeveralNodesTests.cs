using System.Net;
using System.Text;
using DogLicence.LogIns;
using DogLicence.Walkthrough;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using StackExchange.Redis;

namespace BaseComponents.Tests.Journeys.Hosting;

/// <summary>What a citizen, a proxy and whoever reads the stores see of a service on two nodes.</summary>
public sealed class SeveralNodesTests : IAsyncLifetime
{
    private readonly global::DogLicence.Walkthrough.Browser _browser = new();
    private TwoNodes? _nodes;
    private int _requests;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TwoNodes Nodes => _nodes!;

    public async ValueTask InitializeAsync()
    {
        _nodes = await TwoNodes.StartAsync(("Cluster:Proxies:0", "127.0.0.{n}/32"), ("Cluster:Proxies:1", "::{n}"), ("Cluster:Drain", "00:00:02"));
        Assert.SkipWhen(_nodes is null, "PostgreSQL or redis-server is not installed.");
        // Each request to the service goes to another node than the one before.
        _browser.Reroute = address => address.Authority == Nodes.Address.Authority ? new Uri(Nodes.AddressOf(_requests++ % 2), address.PathAndQuery) : address;
    }

    [Fact]
    public async Task A_citizen_whose_every_request_meets_another_node_registers_a_dog_once_and_the_session_lies_sealed()
    {
        var number = await WalkAsync();

        var kept = await EverythingInRedisAsync();
        kept.Should().Contain("hund:eid-session:");
        kept.Should().NotContainAny("Mustermann", "MUSTERMANN", "SCHILLERSTRA", "erika.mustermann", "1964-08-12");

        var mail = await Inbox.WaitForAsync($"Anmeldung eines Hundes, Vorgang {number}", Stop);
        (await mail.FilesAsync(Stop)).Should().HaveCount(3);
        await Inbox.WaitForAsync($"Ihr Antrag ist eingegangen, Vorgang {number}", Stop);
        (await CountAsync("""SELECT count(*) FROM "Cases" """)).Should().Be(1);
    }

    [Fact]
    public async Task Only_the_proxy_that_was_named_is_believed_and_a_node_that_stops_serves_until_it_has_noticed()
    {
        // The first node knows 127.0.0.0 and ::0, where nobody is; the second one 127.0.0.1 and ::1.
        (await IsSecureAsync(0)).Should().BeFalse();
        (await IsSecureAsync(1)).Should().BeTrue();

        using var proxy = new HttpClient { BaseAddress = Nodes.AddressOf(1) };
        (await proxy.GetStringAsync("/health/traffic", Stop)).Should().Be("Healthy");

        var stopped = Nodes.Nodes[1].DisposeAsync().AsTask();
        using var health = await proxy.GetAsync("/health/traffic", Stop);
        using var page = await proxy.GetAsync("/", Stop);

        (health.StatusCode, page.StatusCode).Should().Be((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK));
        page.Headers.ConnectionClose.Should().BeTrue();
        await stopped;
        await FluentActions.Awaiting(() => proxy.GetAsync("/", Stop)).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task While_a_store_is_away_the_browser_is_told_when_to_come_again()
    {
        var form = (await GoToFormAsync()).Address;

        Nodes.Redis.Process.Kill();
        await ExpectLaterAsync(form);
        Nodes.PostgreSql.Process.Kill();
        await ExpectLaterAsync(new Uri(Nodes.Address, $"{form.AbsolutePath[..form.AbsolutePath.LastIndexOf('/')]}/anmelden"));
        // Longer than the pauses of the workers in the background: whatever they meet, the node lives on.
        await Task.Delay(TimeSpan.FromSeconds(1.5), Stop);
        Nodes.Nodes.Select(node => node.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested).Should().AllBeEquivalentTo(false);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        if (_nodes is not null)
            await _nodes.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task ExpectLaterAsync(Uri page)
    {
        (await _browser.OpenAsync(page, Stop)).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        _browser.Page.Text.Should().Contain("Ihre Angaben bis zum letzten Schritt sind gespeichert");
        _browser.RetryAfter.Should().NotBeNull();
    }

    private Inbox Inbox => new(new global::DogLicence.Walkthrough.Browser(), Nodes.Sandbox.Address);

    private async Task<string> WalkAsync()
    {
        await GoToFormAsync();
        await _browser.PressAsync("Weiter", SampleAnswers.All, cancellationToken: Stop);
        var number = (await _browser.FollowAsync("Ohne neue Datei weiter", Stop)).TextOf("main strong");
        await _browser.PressAsync("Angaben bestätigen", cancellationToken: Stop);
        await _browser.PressAsync("Zahlung vorbereiten", cancellationToken: Stop);
        await _browser.FollowAsync("Zur Bezahlseite", Stop);
        (await _browser.PressAsync("Bezahlen", cancellationToken: Stop)).Heading.Should().Be("Ihre Anmeldung ist eingegangen");
        return number;
    }

    private async Task<Shown> GoToFormAsync()
    {
        await _browser.OpenAsync(new Uri(Nodes.Address, "/zustaendigkeit?leistung=99102013104000&ort=145220180180"), Stop);
        await _browser.PressAsync("Hund jetzt online anmelden", cancellationToken: Stop);
        var page = await _browser.LogInAsync(LogInWay.BundId, "Erika Mustermann", Stop);
        page.Value("Name").Should().Contain("MUSTERMANN");
        return page;
    }

    private async Task<bool> IsSecureAsync(int number)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Nodes.AddressOf(number)) { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "192.0.2.7" } } };
        using var answer = await client.SendAsync(request, Stop);
        return answer.Headers.Contains("Strict-Transport-Security");
    }

    private async Task<string> EverythingInRedisAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(Nodes.Redis.Configuration);
        var text = new StringBuilder();
        await foreach (var key in redis.GetServers()[0].KeysAsync())
        {
            text.Append(key.ToString()).Append('\n');
            var database = redis.GetDatabase();
            var values = await database.KeyTypeAsync(key) == RedisType.Hash ? (await database.HashGetAllAsync(key)).Select(field => field.Value) : [await database.StringGetAsync(key)];
            foreach (var value in values)
                text.Append(Encoding.UTF8.GetString((byte[]?)value ?? [])).Append('\n');
        }

        return text.ToString();
    }

    private async Task<long> CountAsync(string query)
    {
        await using var connection = new NpgsqlConnection(Nodes.PostgreSql.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(query, connection);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}
