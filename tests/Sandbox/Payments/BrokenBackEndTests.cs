using System.Net;
using System.Net.Http.Json;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Payments;

/// <summary>Services that go wrong for some requests, and one that looks up by its own ids only.</summary>
public sealed class BrokenBackEndTests : IAsyncLifetime
{
    private const int Requests = 60;
    private SandboxServer _sandbox = null!;
    private PaymentClientByHand _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _client = new PaymentClientByHand(_sandbox);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_share_of_the_requests_is_hit_and_the_same_seed_hits_the_same_ones()
    {
        var first = await UnavailableAsync(share: 40, seed: 7);

        first.Count(isHit => isHit).Should().BeInRange(10, 38);
        (await UnavailableAsync(share: 40, seed: 7)).Should().Equal(first);
        (await UnavailableAsync(share: 40, seed: 8)).Should().NotEqual(first);
        (await UnavailableAsync(share: 100, seed: 7)).Should().AllBeEquivalentTo(true);
    }

    [Fact]
    public async Task The_end_point_without_look_up_finds_by_its_own_id_alone()
    {
        using var created = await _client.CreateAsync(PaymentClientByHand.Valid(), "14999998");
        var id = (await created.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>(TestContext.Current.CancellationToken))!["paymentInformation"]!["transactionId"]!.GetValue<string>();

        (await _client.GetAsync("req-1", "14999998")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _client.GetAsync(id, "14999998")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private async Task<bool[]> UnavailableAsync(int share, int seed)
    {
        using var http = new HttpClient();
        using var armed = await http.PostAsJsonAsync(new Uri(_sandbox.Address, "_sandbox/faults"), new { name = "payments.unavailable", share, seed });
        armed.EnsureSuccessStatusCode();
        var hits = new List<bool>();
        for (var request = 0; request < Requests; request++)
        {
            using var answer = await _client.StatusAsync();
            hits.Add(answer.StatusCode is HttpStatusCode.ServiceUnavailable);
        }

        return [.. hits];
    }
}
