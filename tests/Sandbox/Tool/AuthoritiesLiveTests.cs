using System.Net.Http.Json;
using System.Security.Cryptography;
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

    [Fact]
    public async Task A_foreign_address_is_shown_and_used_once_a_person_confirms_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await WriteSnapshotAsync(key);
        using var browser = new HttpClient();
        using var armed = await browser.PostAsJsonAsync(new Uri(_sandbox.Address, "_sandbox/faults"), new { Name = "authorities.pvog.changed-address", Times = 100 });
        armed.EnsureSuccessStatusCode();

        var (code, json) = await RunAsync("145220180180", "--json");
        code.Should().Be(0, json);
        var answer = JsonDocument.Parse(json).RootElement;
        answer.GetProperty("offices")[0].GetProperty("mailAddress").GetString().Should().Be("steueramt@freiberg.amt.example");
        var change = answer.GetProperty("waiting").EnumerateArray().Single(one => one.GetProperty("field").GetString() == "MailAddress").GetProperty("confirmation").GetString()!;
        (await RunAsync("145220180180")).Printed.Should().Contain("that wait for a person").And.Contain(change[..16]).And.Contain("not confirmed");

        (await RunAsync("145220180180", "--confirm", "0000000000000000")).ExitCode.Should().Be(2);
        (await RunAsync("145220180180", "--confirm", change[..4])).ExitCode.Should().Be(2, "a few digits name nothing");
        (await RunAsync("145220180180", "--confirm", change[..16])).ExitCode.Should().Be(0);

        var (_, after) = await RunAsync("145220180180", "--json");
        var office = JsonDocument.Parse(after).RootElement.GetProperty("offices")[0];
        office.GetProperty("mailAddress").GetString().Should().NotBe("steueramt@freiberg.amt.example");
        office.GetProperty("heldBack").EnumerateArray().Select(field => field.GetString()).Should().Equal("BankAccounts");
    }

    private async Task WriteSnapshotAsync(ECDsa key)
    {
        var (keyFile, snapshot) = (Path.Combine(_folder, "maker.pem"), Path.Combine(_folder, "a.snapshot"));
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());
        var section = _sandbox.Configuration.GetSection("BaseComponents:Authorities");
        await WriteSettingsAsync("sources.json", new { Environment = "Sandbox", RegionList = section["RegionList"], PostalCodes = section["PostalCodes"], Deliveries = new[] { section["Deliveries:0"] }, TrustAnchorsPem = section["TrustAnchorsPem"] });
        await using var build = new RunningTool(["authorities", "build", "--settings", Path.Combine(_folder, "sources.json"), "--out", snapshot, "--key", keyFile]);
        var (code, printed) = await build.EndAsync();
        code.Should().Be(0, printed);
        var pvog = section.GetSection("Pvog");
        await WriteSettingsAsync("settings.json", new
        {
            Environment = "Sandbox",
            Precedence = "LiveFirst",
            Snapshot = new { Path = snapshot, PublicKeys = new[] { key.ExportSubjectPublicKeyInfoPem() } },
            Pvog = new { BaseAddress = pvog["BaseAddress"], TrustAnchorsPem = pvog["TrustAnchorsPem"] },
        });
    }

    private Task WriteSettingsAsync(string file, object section) =>
        File.WriteAllTextAsync(Path.Combine(_folder, file), JsonSerializer.Serialize(new { BaseComponents = new { Authorities = section } }));

    private async Task<(int ExitCode, string Printed)> RunAsync(string place, params string[] more)
    {
        await using var tool = new RunningTool(["authorities", "resolve", Dog, place, "--settings", Settings, .. more]);
        return await tool.EndAsync();
    }
}
