using System.Reflection;
using System.Text.Json;
using BaseComponents.Tests.Contracts.SecureMail;

namespace BaseComponents.Tests.Contracts.Authorities.Routing;

/// <summary>"jose", signatures in JSON for Node.js. One process does a list of jobs.</summary>
internal static class JosePeer
{
    private static readonly string _folder = Path.Combine(
        typeof(JosePeer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!, "tests", "Contracts", "peers");

    public static async Task<IReadOnlyList<JoseResult>> RunOrSkipAsync(params object[] jobs)
    {
        Peer.OrSkip("node");
        if (!Directory.Exists(Path.Combine(_folder, "node_modules", "jose")))
            Assert.Skip("jose is not installed: npm ci --prefix tests/Contracts/peers");
        var (exitCode, output) = await Peer.RunAsync("node", [Path.Combine("jose", "jobs.mjs")], _folder, JsonSerializer.SerializeToUtf8Bytes(jobs));
        exitCode.Should().Be(0, output);
        return JsonSerializer.Deserialize<IReadOnlyList<JoseResult>>(output, JsonSerializerOptions.Web)!;
    }
}

/// <summary>What became of a job.</summary>
internal sealed record JoseResult(JoseValue? Value, string? Error);

internal sealed record JoseValue(string? Pem, string? KeySet, string? Token, string? Claims, string? Kid);
