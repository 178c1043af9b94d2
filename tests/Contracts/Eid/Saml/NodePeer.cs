using System.Diagnostics;
using System.Text.Json;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>What became of a job: a value, or the message of the library that refused.</summary>
internal sealed record PeerResult(JsonElement? Value, string? Error)
{
    public string Text => Value?.GetString() ?? throw new InvalidOperationException($"The peer refused: {Error}");
}

/// <summary>SAML, signatures and encryption by libraries for Node.js: node-saml, xml-crypto, xml-encryption. One process does a list of jobs.</summary>
/// <param name="repository">The root of the repository.</param>
internal sealed class NodePeer(string repository)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly string _folder = Path.Combine(repository, "tests", "Contracts", "peers");

    /// <summary>Why the peer does not run, or null.</summary>
    public string? Missing => Directory.Exists(Path.Combine(_folder, "node_modules", "@node-saml")) ? null : "node-saml is not installed: npm ci --prefix tests/Contracts/peers";

    public async Task<IReadOnlyList<PeerResult>> RunAsync(params object[] jobs)
    {
        var start = new ProcessStartInfo("node", Path.Combine("saml", "jobs.mjs"))
        {
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(jobs, Json));
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<IReadOnlyList<PeerResult>>(await output, Json)!
            : throw new InvalidOperationException("The peer for Node.js failed: " + await complaints);
    }
}
