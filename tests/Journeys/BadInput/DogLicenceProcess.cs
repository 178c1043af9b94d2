using System.Diagnostics;
using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>DogLicence as a process of its own, with its Sandbox, that can be ended in different ways and started again on the same data.</summary>
internal sealed class DogLicenceProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("doglicence-process-").FullName;
    private readonly Dictionary<string, string> _ports = new[] { "App", "Http", "Https", "Smtp" }.ToDictionary(name => name, _ => FreePort.Next());
    private Process? _process;

    /// <summary>Made by the program itself, with the rights it chooses.</summary>
    public string Data => Path.Combine(_folder, "data");

    public Uri Sandbox => new($"http://127.0.0.1:{_ports["Http"]}");

    public Uri Address(string path) => new($"http://localhost:{_ports["App"]}{path}");

    public async Task StartAsync()
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

    /// <summary>SIGKILL: no chance to tidy up.</summary>
    public void Kill()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        Forget();
    }

    /// <summary>SIGTERM: it ends by itself, within the time that a host has (30 seconds), and with 0.</summary>
    public async Task TerminateAsync()
    {
        using (var signal = Process.Start("kill", ["-TERM", $"{_process!.Id}"]))
            await signal.WaitForExitAsync();
        // Whoever prints into a pipe that nobody reads waits for ever.
        var rest = _process.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(limit.Token);
        _process.ExitCode.Should().Be(0, "it stops by itself; it said: {0}", await rest);
        Forget();
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private void Forget()
    {
        _process!.Dispose();
        _process = null;
    }
}
