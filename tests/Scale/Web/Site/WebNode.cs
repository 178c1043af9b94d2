using System.Diagnostics;
using BaseComponents.Tests.Contracts.Eid.Stores;

namespace BaseComponents.Tests.Scale.Web.Site;

/// <summary>One node: the sample's own program in a process of its own, which can be killed and started again at the same place.</summary>
internal sealed class WebNode(int number, string folder, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;
    private Task _logging = Task.CompletedTask;
    private TimeSpan _before;

    public int Port { get; } = PeerProcess.FreePort();

    /// <summary>As the proxy's log names it.</summary>
    public string Address => $"127.0.0.1:{Port}";

    /// <summary>How often it ended although nobody had killed it.</summary>
    public int Deaths { get; private set; }

    /// <summary>Processor time of the process that runs now, since <see cref="Count"/>.</summary>
    public TimeSpan Processor => Total() - _before;

    /// <summary>Everything that it logged.</summary>
    public string LogFile => Path.Combine(folder, $"node-{number}.log");

    /// <summary>Starts to count processor time.</summary>
    public void Count() => _before = Total();

    public async Task StartAsync()
    {
        var since = Stopwatch.StartNew();
        _process = Process.Start(Description())!;
        _logging = Task.WhenAll(LogAsync(_process.StandardOutput), LogAsync(_process.StandardError));
        while (!await TakesRequestsAsync())
        {
            // Such as while the database is away: whatever watches over the process starts it again.
            if (_process.HasExited)
                _process = Process.Start(Description())!;
            if (since.Elapsed > LongestStart)
                throw new TimeoutException($"Node {number} does not start: see {LogFile}.");
            await Task.Delay(100);
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is answered.</summary>
    public async Task KillAsync()
    {
        if (_process!.HasExited)
            Deaths++;
        else
            _process.Kill();
        await _process.WaitForExitAsync();
        await _logging;
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        _http.Dispose();
    }

    private ProcessStartInfo Description()
    {
        var description = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DogLicence.dll")])
        {
            WorkingDirectory = SampleFolder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            description.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        description.Environment["ASPNETCORE_URLS"] = $"http://{Address}";
        return description;
    }

    private TimeSpan Total()
    {
        _process!.Refresh();
        return _process.TotalProcessorTime;
    }

    private async Task LogAsync(StreamReader output)
    {
        await using var log = new FileStream(LogFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await output.BaseStream.CopyToAsync(log);
    }

    private async Task<bool> TakesRequestsAsync()
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{Address}/health/traffic") { Headers = { Host = "localhost" } };
            using var answer = await _http.SendAsync(request);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
