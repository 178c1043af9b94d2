using System.Diagnostics;
using System.Net;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Scale.Eid.Flood;

/// <summary>Forged answers from many connections, while some citizens log in.</summary>
internal static class FloodRun
{
    private const int Citizens = 3;
    private const int MostAttempts = 10;

    public static async Task<FloodCount> RunAsync(SandboxServer sandbox, int connections, TimeSpan duration, params (string Name, string Value)[] settings)
    {
        await using var cluster = await Cluster.StartAsync(sandbox, nodes: 1, settings);
        var (node, count) = (cluster.Nodes[0], new FloodCount());
        var forged = new ForgedAnswers(sandbox, node);
        using var stop = new CancellationTokenSource(duration);
        var attackers = Enumerable.Range(0, connections).Select(number => Task.Run(() => new Attacker(node, forged, count, number).RunAsync(stop.Token)));
        var citizens = Enumerable.Range(0, Citizens).Select(_ => Task.Run(() => LogInAsync(node, count, stop.Token)));
        await Task.WhenAll([.. attackers, .. citizens]);
        return count;
    }

    private static async Task LogInAsync(Uri node, FloodCount count, CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        while (!stop.IsCancellationRequested)
        {
            var answer = await GenuineAnswer.GetAsync(node);
            var since = Stopwatch.StartNew();
            count.Genuine(await PostAsync(client, node, answer), since.Elapsed);
        }
    }

    // Whoever is asked to wait for a moment waits and loads the page anew.
    private static async Task<bool> PostAsync(HttpClient client, Uri node, GenuineAnswer answer)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await answer.PostAsync(client, node);
            if (response.StatusCode is not HttpStatusCode.ServiceUnavailable || attempt == MostAttempts)
                return GenuineAnswer.IsAccepted(response);
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
