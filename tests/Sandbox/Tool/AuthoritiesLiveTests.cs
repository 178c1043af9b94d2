using System.Text.Json;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary><c>basecomponents authorities resolve</c> with a live source and no data of its own, against a Sandbox.</summary>
public sealed class AuthoritiesLiveTests : IAsyncLifetime
{
    private const string Dog = "99102013104000";
    private readonly string _folder = Directory.CreateTempSubdirectory("authorities-live-").FullName;
    private SandboxServer _sandbox = null!;

    private string Settings => Path.Combine(_folder, "settings.json");

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync();
        var pvog = _sandbox.Configuration.GetSection("BaseComponents:Authorities:Pvog");
        await File.WriteAllTextAsync(Settings, JsonSerializer.Serialize(new
        {
            BaseComponents = new
            {
                Authorities = new { Environment = "Sandbox", Precedence = "LiveOnly", Pvog = new { BaseAddress = pvog["BaseAddress"], TrustAnchorsPem = pvog["TrustAnchorsPem"], Repeats = 0 } },
            },
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_source_that_answered_is_named_and_one_that_is_away_ends_with_two()
    {
        var (code, printed) = await RunAsync("09599");
        code.Should().Be(0, printed);
        printed.Should().Contain("steueramt@freiberg.amt.example").And.Contain("answered live by pvog");
        var (_, json) = await RunAsync("145220180180", "--json");
        JsonDocument.Parse(json).RootElement.GetProperty("source").GetString().Should().Be("pvog");

        await _sandbox.DisposeAsync();
        (await RunAsync("09599")).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("authorities.live-unreachable"));
    }

    private async Task<(int ExitCode, string Printed)> RunAsync(string place, params string[] more)
    {
        await using var tool = new RunningTool(["authorities", "resolve", Dog, place, "--settings", Settings, .. more]);
        return await tool.EndAsync();
    }
}
