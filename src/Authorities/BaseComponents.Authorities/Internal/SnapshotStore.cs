using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal;

/// <summary>
/// Keeps the last data of one registration, and reads again when it is due. One reading at a time, whoever asks; a failed one keeps what
/// there was.
/// </summary>
internal sealed class SnapshotStore(
    string name,
    SnapshotLoader loader,
    IOptionsMonitor<AuthoritiesOptions> options,
    TimeProvider clock,
    ILogger<SnapshotStore> logger) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _starting = new();
    private AuthoritiesOptions _settings = options.Get(name);
    private Task _reading = Task.CompletedTask;
    private volatile LoadState _state = LoadState.Initial;

    public LoadState Current => _state;

    public DateTimeOffset DueAt => _state.DueAt(Settings());

    public static SnapshotStore Create(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<AuthoritiesOptions>>();
        var clock = provider.GetRequiredService<TimeProvider>();
        var loader = new SnapshotLoader(name, options, provider.GetRequiredService<IHttpClientFactory>(), clock);
        return new SnapshotStore(name, loader, options, clock, provider.GetRequiredService<ILogger<SnapshotStore>>());
    }

    /// <summary>The data there is; waits only while there has never been any.</summary>
    public async Task<LoadState> GetAsync(CancellationToken cancellationToken)
    {
        var isDue = clock.GetUtcNow() >= DueAt;
        if (_state.Snapshot is null && (isDue || !_reading.IsCompleted))
            await RefreshAsync(cancellationToken).ConfigureAwait(false);
        else if (isDue)
            _ = RefreshAsync(CancellationToken.None);
        return _state;
    }

    /// <summary>Reads the sources, or waits for the reading that is under way. A failure is kept in the state.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken)
    {
        lock (_starting)
        {
            if (_reading.IsCompleted)
                _reading = StartReading(_stopping.Token);
            return _reading.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private Task StartReading(CancellationToken stopping) => Task.Run(() => ReadAsync(stopping), CancellationToken.None);

    private async Task ReadAsync(CancellationToken stopping)
    {
        using var activity = Telemetry.Source.StartActivity("authorities.load");
        activity?.SetTag("authorities.directory", name);
        try
        {
            var snapshot = await loader.LoadAsync(stopping).ConfigureAwait(false);
            Log.Loaded(logger, name, snapshot.MunicipalityCount, snapshot.ServiceCount, snapshot.Offices);
            ReportFindings(snapshot.Findings);
            _state = new LoadState(snapshot, null, clock.GetUtcNow());
        }
        catch (AuthoritiesException exception)
        {
            activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, exception.Code);
            ReportFailure(exception);
            _state = _state with { Failure = exception, AttemptedAt = clock.GetUtcNow() };
        }
    }

    private void ReportFailure(AuthoritiesException exception)
    {
        Telemetry.LoadFailures.Add(1, new KeyValuePair<string, object?>("authorities.directory", name));
        if (_state.Snapshot is { } kept)
            Log.KeptOldData(logger, name, kept.LoadedAt, exception);
        else
            Log.NoData(logger, name, exception);
    }

    private void ReportFindings(FindingLog findings)
    {
        if (findings.Count > 0)
            Log.Skipped(logger, name, findings.Count, findings.First[0].Source, findings.First[0].Element, findings.First[0].Id, findings.First[0].Problem);
    }

    // Settings that became invalid while running, or no value of their type, are reported by the next reading; until then the last valid ones hold.
    private AuthoritiesOptions Settings()
    {
        try
        {
            _settings = options.Get(name);
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            return _settings;
        }

        return _settings;
    }
}
