using System.Diagnostics;
using System.Text.Json;

namespace BaseComponents.Tests.Scale.Mail.Post;

/// <summary>The mail server as the run sees it.</summary>
internal sealed class PostOfficeProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private PostOfficeProcess(Process process, string folder, PostAddress address) => (_process, _folder, Address) = (process, folder, address);

    public PostAddress Address { get; }

    public static async Task<PostOfficeProcess> StartAsync(string folder, int seed, Weather weather)
    {
        Directory.CreateDirectory(folder);
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(PostOffice).Assembly.Location, "mail-server"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new PostSettings(folder, seed, weather)));
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server ended at its start.");
        return new PostOfficeProcess(process, folder, JsonSerializer.Deserialize<PostAddress>(address)!);
    }

    public Task<IReadOnlyList<Delivery>> DeliveriesAsync() => PostBooks.ReadAsync(_folder);

    /// <summary>From the next connection on.</summary>
    public async Task ChangeAsync(Weather weather)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(weather));
        await _process.StandardOutput.ReadLineAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
