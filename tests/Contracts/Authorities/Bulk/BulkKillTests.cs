using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BaseComponents.Tests.Contracts.Payments;

namespace BaseComponents.Tests.Contracts.Authorities.Bulk;

/// <summary>Downloads that are killed at any moment. The Sandbox, a process of its own, goes on giving out the same pages.</summary>
public sealed partial class BulkKillTests : IAsyncLifetime
{
    private const int Rounds = 3;
    private readonly string _folder = Directory.CreateTempSubdirectory("bulk-kill-").FullName;
    private readonly HttpClient _browser = new();
    private SandboxProcess _sandbox = null!;

    private string Pages => Path.Combine(_folder, "pages");

    public async ValueTask InitializeAsync() => _sandbox = await SandboxProcess.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_at_any_moment_no_page_is_missing_and_none_is_there_twice()
    {
        var expected = await WithoutKillsAsync();
        var random = new Random(27);
        var kills = 0;
        await ArmAsync(new { Name = "authorities.bulk.delay", Share = 90, Milliseconds = 200 });
        await ArmAsync(new { Name = "authorities.bulk.cut", Share = 10, Seed = 3 });
        for (var round = 0; round < Rounds; round++)
        {
            string[] begin = ["--anew"];
            while (true)
            {
                await using var victim = Download(begin);
                if (await EndsAsync(victim, TimeSpan.FromMilliseconds(random.Next(400, 1500))))
                {
                    if ((await victim.OutputAsync()).Contains("was fetched", StringComparison.Ordinal))
                        break;
                }
                else
                {
                    await victim.KillAsync();
                    kills++;
                }

                // A run that has begun goes on; before that the order to begin has to be given again.
                begin = CheckCursor() ? [] : begin;
            }

            Read().Should().Equal(expected, "of round {0} after {1} kills", round, kills);
        }

        kills.Should().BeGreaterThan(2);
    }

    private async Task<IReadOnlyList<string>> WithoutKillsAsync()
    {
        await using var tool = Download([]);
        (await tool.OutputAsync()).Should().Contain("Everything was fetched: ");
        var pages = Read();
        pages.Should().HaveCountGreaterThan(5);
        Directory.Delete(Pages, recursive: true);
        return pages;
    }

    private ChildProcess Download(string[] more) =>
        ChildProcess.Start("BaseComponents.Tool.dll", ["authorities", "download", "--settings", _sandbox.SettingsFile, "--out", Pages, .. more]);

    private static async Task<bool> EndsAsync(ChildProcess process, TimeSpan within)
    {
        var end = DateTime.UtcNow + within;
        while (!process.HasExited && DateTime.UtcNow < end)
            await Task.Delay(5);
        return process.HasExited;
    }

    // Whether a run is under way. Whatever counts is there, and is whole.
    private bool CheckCursor()
    {
        var file = Path.Combine(Pages, "bulk.cursor");
        if (!File.Exists(file))
            return false;
        var cursor = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (var counted in new[] { cursor["complete"], cursor["running"] })
        {
            for (var page = 1; page <= (counted?["pages"]?.GetValue<int>() ?? 0); page++)
                XDocument.Load(Path.Combine(Pages, $"page-{counted!["generation"]!.GetValue<long>():D8}-{page:D8}.xml"));
        }

        return cursor["running"] is not null;
    }

    // All pages in their order, without the number that each answer has anew.
    private List<string> Read()
    {
        var cursor = JsonNode.Parse(File.ReadAllText(Path.Combine(Pages, "bulk.cursor")))!;
        var files = Directory.EnumerateFiles(Pages, "page-*").Order(StringComparer.Ordinal).ToList();
        files.Should().HaveCount(cursor["complete"]!["pages"]!.GetValue<int>());
        Directory.EnumerateFiles(Pages).Select(file => Path.GetFileName(file)).Where(name => !name.StartsWith("page-", StringComparison.Ordinal)).Should().BeEquivalentTo("bulk.cursor", "bulk.lock");
        return [.. files.Select(file => MessageNumber().Replace(File.ReadAllText(file), ""))];
    }

    private async Task ArmAsync(object fault)
    {
        using var armed = await _browser.PostAsJsonAsync(new Uri(_sandbox.Address, "/_sandbox/faults"), fault);
        armed.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("<xzufi:nachrichtUUID>[^<]*</xzufi:nachrichtUUID>")]
    private static partial Regex MessageNumber();
}
