using System.Net;
using System.Net.Sockets;
using DogLicence.Hosting;

namespace BaseComponents.Tests.Journeys;

/// <summary>What monitoring gets from the sample, with the Sandbox and when it is gone.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("health-journey-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Each_address_says_one_word_and_the_process_lives_on_without_the_state_services()
    {
        var settings = new Dictionary<string, string?> { ["DogLicence:PublicAddress"] = $"http://127.0.0.1:{FreePort()}", ["DogLicence:DataPath"] = _data };
        await using var server = await DogLicenceServer.StartAsync(new ServerOptions { Environment = "Sandbox", ContentRoot = TestPaths.Sample, Settings = settings }, TestContext.Current.CancellationToken);

        (await AskAsync(server, "/health/live")).Should().Be((HttpStatusCode.OK, "Healthy"));
        // In the Sandbox the keys that seal the cases may lie on the disk unencrypted, and one of its recipients has a certificate that has ended: both are said.
        (await AskAsync(server, "/health/ready")).Should().Be((HttpStatusCode.ServiceUnavailable, "Unhealthy"));
        await server.StopSandboxAsync();
        (await AskAsync(server, "/health/live")).Should().Be((HttpStatusCode.OK, "Healthy"));
        (await AskAsync(server, "/health")).Should().Be((HttpStatusCode.ServiceUnavailable, "Unhealthy"));
    }

    private static async Task<(HttpStatusCode Code, string Text)> AskAsync(RunningService server, string path)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(server.Address, path));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
