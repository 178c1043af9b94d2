using System.Diagnostics;
using System.Text.Json;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Scale.Web.Site;

/// <summary>The Sandbox as a process of its own: what it has written down is the evidence.</summary>
internal sealed class WebSandbox : IAsyncDisposable
{
    private readonly Process _process;

    private WebSandbox(Process process, Uri address, Dictionary<string, string> settings) => (_process, Address, Settings) = (process, address, settings);

    public Uri Address { get; }

    /// <summary>What an application needs to reach it.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>Processor time so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<WebSandbox> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(WebSandbox).Assembly.Location, "web-sandbox"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var settings = JsonSerializer.Deserialize<Dictionary<string, string>>(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The Sandbox ended at its start."))!;
        return new WebSandbox(process, new Uri(settings["Address"]), settings);
    }

    /// <summary>That process: begins with its settings on one line, ends with its input.</summary>
    public static async Task<int> RunAsync()
    {
        // On the disk: the mails of thousands of citizens do not fit into memory.
        var folder = Directory.CreateTempSubdirectory("web-sandbox-");
        await using (var sandbox = await SandboxServer.StartAsync(new SandboxOptions { MostMails = 200_000, StatePath = folder.FullName }))
            await ServeAsync(sandbox);
        folder.Delete(recursive: true);
        return 0;
    }

    private static async Task ServeAsync(SandboxServer sandbox)
    {
        var settings = sandbox.Configuration.AsEnumerable().Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key, setting => setting.Value!);
        settings["Address"] = sandbox.Address.AbsoluteUri;
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(settings));
        await Console.In.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        // It removes what it has kept: after thousands of citizens that is a lot.
        if (!_process.WaitForExit(TimeSpan.FromMinutes(2)))
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
