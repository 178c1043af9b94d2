using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary><c>basecomponents authorities download</c>, then <c>build</c> over its folder, as a nightly job runs them.</summary>
public sealed class AuthoritiesDownloadTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("authorities-download-").FullName;
    private SandboxServer _sandbox = null!;

    private string Settings => Path.Combine(_folder, "settings.json");

    private string Pages => Path.Combine(_folder, "pages");

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync();
        var section = new JsonObject();
        foreach (var child in _sandbox.Configuration.GetSection("BaseComponents:Authorities").GetChildren().Where(child => child.Value is not null))
            section[child.Key] = child.Value;
        section["Deliveries"] = new JsonArray(Pages);
        section["Bulk"] = new JsonObject(_sandbox.Configuration.GetSection("BaseComponents:Authorities:Bulk").GetChildren().Select(child => KeyValuePair.Create(child.Key, (JsonNode?)child.Value)));
        await File.WriteAllTextAsync(Settings, new JsonObject { ["BaseComponents"] = new JsonObject { ["Authorities"] = section } }.ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_fetched_is_built_and_answers()
    {
        var (early, refused) = await RunAsync("build", "--settings", Settings, "--unsigned", "--out", Path.Combine(_folder, "a.snapshot"));
        early.Should().Be(2, refused);

        (await DownloadAsync()).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 0 && said.Printed.StartsWith("Everything was fetched: "));
        using (var browser = new HttpClient())
        using (var changed = await browser.PostAsJsonAsync(new Uri(_sandbox.Address, "authorities/bulk/changes"), new { office = "freiberg.steueramt", mailAddress = "hunde@freiberg.amt.example" }))
            changed.EnsureSuccessStatusCode();
        var (code, delta) = await DownloadAsync("--json");
        code.Should().Be(0, delta);
        var result = JsonNode.Parse(delta)!;
        (result["isFull"]!.GetValue<bool>(), result["pages"]!.GetValue<int>()).Should().Be((false, 1));
        (await DownloadAsync("--full")).Printed.Should().StartWith("Everything was fetched: ");

        var (built, info) = await RunAsync("build", "--settings", Settings, "--unsigned", "--out", Path.Combine(_folder, "a.snapshot"));
        built.Should().Be(0, info);
        (await RunAsync("resolve", "99102013104000", "09599", "--settings", Settings)).Printed.Should().Contain("hunde@freiberg.amt.example");
    }

    [Fact]
    public async Task A_download_that_stops_says_so_and_goes_on()
    {
        using (var browser = new HttpClient())
        using (var armed = await browser.PostAsJsonAsync(new Uri(_sandbox.Address, "_sandbox/faults"), new { name = "authorities.bulk.loop" }))
            armed.EnsureSuccessStatusCode();
        var (code, said) = await DownloadAsync();
        (code, said.StartsWith("The download stopped: ", StringComparison.Ordinal), said.Contains("authorities.bulk-loop", StringComparison.Ordinal)).Should().Be((2, true, true), said);
        (await DownloadAsync()).ExitCode.Should().Be(0);
        (await RunAsync("download", "--settings", Settings, "--section", "BaseComponents:Other", "--out", Pages)).Should().Match<(int ExitCode, string Printed)>(other => other.ExitCode == 2 && other.Printed.Contains("has no section"));
    }

    private Task<(int ExitCode, string Printed)> DownloadAsync(params string[] more) => RunAsync(["download", "--settings", Settings, "--out", Pages, .. more]);

    private static async Task<(int ExitCode, string Printed)> RunAsync(params string[] arguments)
    {
        await using var tool = new RunningTool(["authorities", .. arguments]);
        return await tool.EndAsync();
    }
}
