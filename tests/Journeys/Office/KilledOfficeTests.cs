using System.Diagnostics;

namespace BaseComponents.Tests.Journeys.Office;

/// <summary>The specialist procedure as its own process, killed in the worst moment.</summary>
public sealed class KilledOfficeTests : IAsyncLifetime
{
    private OfficeBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await OfficeBench.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Killed_between_commit_and_acknowledgement_it_books_and_answers_once()
    {
        await _bench.SendAsync("case", [OfficeBench.Xml(OfficeBench.CaseXmlText)]);
        using (var office = Start())
        {
            (await ReadToAsync(office, "COMMITTED")).Should().Be("COMMITTED Acknowledged");
            _bench.Unsettled.Should().HaveCount(1, "the mail is claimed and not acknowledged");
            office.Kill(entireProcessTree: true);
            await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await _bench.StartAsync();

        await OfficeBench.UntilAsync(() => Task.FromResult(_bench.Unsettled.Length == 0), "the mail came again and is acknowledged now");
        _bench.Log.All.Should().Contain($"Case {OfficeBench.Number} came once more; it was booked before.");
        (await _bench.CasesAsync()).Should().ContainSingle();
        await OfficeBench.UntilAsync(async () => (await _bench.InboxAsync()).Contains($"Eingang bestätigt, Vorgang {OfficeBench.Number}"), "the answer is sent, by whichever process");
        (await _bench.InboxAsync()).Count(subject => subject.StartsWith("Eingang bestätigt", StringComparison.Ordinal)).Should().Be(1);
    }

    // The outbox of the process that dies is slow, so that the answer is left to the next one.
    private Process Start()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, $"../../../Office/CrashingOffice/bin/{folder.Parent!.Name}/{folder.Name}/BaseComponents.Tests.CrashingOffice.dll"));
        var start = new ProcessStartInfo("dotnet", [program, "--BaseComponents:SecureMail:Outbox:Pause=00:10:00", .. _bench.Settings.Where(setting => !setting.Key.StartsWith("Logging", StringComparison.Ordinal)).Select(setting => $"--{setting.Key}={setting.Value}")])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Sandbox" },
        };
        return Process.Start(start)!;
    }

    private static async Task<string?> ReadToAsync(Process process, string word)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
                return line;
        }

        return null;
    }
}
