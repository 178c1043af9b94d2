using System.Net.Http.Json;
using System.Text.Json;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary><c>basecomponents authorities destinations</c> as an operator runs it, against a Sandbox.</summary>
public sealed class AuthoritiesDestinationsTests : IAsyncLifetime
{
    private const string Dog = "99102013104000";
    private readonly string _folder = Directory.CreateTempSubdirectory("authorities-destinations-").FullName;
    private SandboxServer _sandbox = null!;

    private string Settings => Path.Combine(_folder, "settings.json");

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync();
        var section = _sandbox.Configuration.GetSection("BaseComponents:Authorities");
        var routing = section.GetSection("Routing");
        await File.WriteAllTextAsync(Settings, JsonSerializer.Serialize(new
        {
            BaseComponents = new
            {
                Authorities = new
                {
                    Environment = "Sandbox",
                    Deliveries = new[] { section["Deliveries:0"] },
                    RegionList = section["RegionList"],
                    PostalCodes = section["PostalCodes"],
                    TrustAnchorsPem = section["TrustAnchorsPem"],
                    Routing = new
                    {
                        Environment = "Sandbox",
                        BaseAddress = routing["BaseAddress"],
                        Issuers = new[] { new { Name = routing["Issuers:0:Name"] } },
                        SubmissionHosts = new[] { routing["SubmissionHosts:0"] },
                        TrustAnchorsPem = routing["TrustAnchorsPem"],
                    },
                },
                Other = new { Environment = "Sandbox", RegionList = "x" },
            },
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_says_where_applications_go_and_whether_the_signature_holds()
    {
        foreach (var place in (string[])["145220180180", "14522180", "09599", "Freiberg"])
        {
            var (code, printed) = await RunAsync(Dog, place);
            code.Should().Be(0, printed);
            printed.Should().Match("Stadtverwaltung Freiberg, Steueramt verified: * at submission.fit-connect.example, signed by https://127.0.0.1:*");
        }

        var (parsed, json) = await RunAsync(Dog, "145220180180", "--json");
        parsed.Should().Be(0, json);
        using var report = JsonDocument.Parse(json);
        report.RootElement[0].GetProperty("destination").GetGuid().Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_signature_that_does_not_hold_ends_with_one()
    {
        using var browser = new HttpClient();
        using var armed = await browser.PostAsJsonAsync(new Uri(_sandbox.Address, "/_sandbox/faults"), new { Name = "authorities.routing.signature.sibling-area" });
        armed.EnsureSuccessStatusCode();
        var (code, printed) = await RunAsync(Dog, "145220180180");
        code.Should().Be(1, printed);
        printed.Should().Contain("refused, nothing may be sent there: OtherArea");
        (await RunAsync(Dog, "145220080080")).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 1 && said.Printed.StartsWith("No destination"));
    }

    [Fact]
    public async Task What_cannot_be_asked_ends_with_two()
    {
        (await RunAsync("7", "145220180180")).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("no key of a service"));
        (await RunAsync(Dog, "145220180180", "--section", "BaseComponents:Other")).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("no part 'Routing'"));
        await _sandbox.DisposeAsync();
        (await RunAsync(Dog, "145220180180")).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("authorities.routing-unreachable"));
    }

    private async Task<(int ExitCode, string Printed)> RunAsync(string service, string place, params string[] more)
    {
        await using var tool = new RunningTool(["authorities", "destinations", service, place, "--settings", Settings, .. more]);
        return await tool.EndAsync();
    }
}
