using BaseComponents.Tests.Contracts.Eid.Stores;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>Debian's AusweisApp without a screen, in a process of its own: it has no card, but takes activation addresses as anybody's does.</summary>
public sealed class AusweisAppPeer : IAsyncLifetime
{
    private PeerProcess? _process;

    /// <summary>Why it does not run, or null.</summary>
    public string? Missing { get; private set; }

    internal Uri Address => new($"http://127.0.0.1:{_process!.Port}/eID-Client");

    public async ValueTask InitializeAsync()
    {
        if (PeerProcess.Find("AusweisApp2", "/usr/bin") is not { } program)
        {
            Missing = "The AusweisApp is not installed: apt install ausweisapp2";
            return;
        }

        var (folder, port) = (Directory.CreateTempSubdirectory("ausweisapp-"), PeerProcess.FreePort());
        // Without the user interface nobody claims an activation, though nobody sees it.
        _process = await PeerProcess.StartAsync(
            folder, port, "env", $"HOME={folder.FullName}", $"XDG_RUNTIME_DIR={folder.FullName}", "QT_QPA_PLATFORM=offscreen", "QT_QUICK_BACKEND=software",
            program, "--ui", "qml", "--ui", "webservice", "--address", "127.0.0.1", "--port", $"{port}", "--no-proxy");
    }

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    internal void RequireOrSkip()
    {
        if (Missing is { } missing)
            Assert.Skip(missing);
    }
}
