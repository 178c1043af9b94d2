using System.Diagnostics;
using DogLicence.LogIns;
using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>The program as its own process, killed without a chance to tidy up.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("doglicence-kill-").FullName;
    private readonly Dictionary<string, string> _ports = new[] { "App", "Http", "Https", "Smtp" }.ToDictionary(name => name, _ => FreePort.Next());
    private Process? _process;

    [Fact]
    public async Task A_case_is_as_it_was_after_a_kill()
    {
        using var browser = new global::DogLicence.Walkthrough.Browser();
        await StartAsync();
        await browser.OpenAsync(Address("/zustaendigkeit?leistung=99102013104000&ort=145220180180"));
        await browser.PressAsync("Hund jetzt online anmelden");
        await browser.LogInAsync(LogInWay.BundId, "Zoë");
        await browser.PressAsync("Weiter", SampleAnswers.All);
        await browser.FollowAsync("Ohne neue Datei weiter");
        var before = browser.Page;

        Stop();
        await StartAsync();

        (await browser.OpenAsync(before.Address)).Text.Should().Be(before.Text);
    }

    [Fact]
    public async Task Nothing_personal_can_be_read_on_the_disk()
    {
        await A_case_is_as_it_was_after_a_kill();
        Stop();

        Directory.EnumerateFiles(Data, "cases.db*").Should().NotBeEmpty();
        foreach (var file in Directory.EnumerateFiles(Data, "cases.db*"))
        {
            var text = System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file));
            text.Should().NotContainAny("WEIẞ", "Büffel", "276098106123456", "zoe@buerger", "KLOẞ");
        }

        if (OperatingSystem.IsWindows())
            return;
        foreach (var folder in new[] { Data, Path.Combine(Data, "keys") })
            File.GetUnixFileMode(folder).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
    }

    // Made by the program itself, with the rights it chooses.
    private string Data => Path.Combine(_folder, "data");

    private Uri Address(string path) => new($"http://localhost:{_ports["App"]}{path}");

    private async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DogLicence.dll")])
        {
            WorkingDirectory = TestPaths.Sample,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Sandbox",
                ["DogLicence__PublicAddress"] = Address("").GetLeftPart(UriPartial.Authority),
                ["DogLicence__DataPath"] = Data,
                ["Sandbox__HttpPort"] = _ports["Http"],
                ["Sandbox__HttpsPort"] = _ports["Https"],
                ["Sandbox__SmtpPort"] = _ports["Smtp"],
            },
        };
        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Sandbox:", StringComparison.Ordinal))
        {
            // The two addresses are the last lines of the start.
        }

        _process.HasExited.Should().BeFalse();
    }

    private void Stop()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }
}
