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
    AuditLog audit,
    ILogger<SnapshotStore> logger) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _starting = new();
    private AuthoritiesOptions _settings = options.Get(name);
    private Task _reading = Task.CompletedTask;
    private volatile bool _isDisposed;
    private volatile LoadState _state = LoadState.Initial;

    public LoadState Current => _state;

    public DateTimeOffset DueAt => _state.DueAt(Settings);

    public static SnapshotStore Create(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<AuthoritiesOptions>>();
        var clock = provider.GetRequiredService<TimeProvider>();
        return new SnapshotStore(name, SnapshotLoader.Create(provider, name), options, clock, new AuditLog(name, provider.GetRequiredService<ILoggerFactory>()), provider.GetRequiredService<ILogger<SnapshotStore>>());
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

    /// <summary>The data there is, entered: whoever gets it leaves it when done. No snapshot where there has never been data.</summary>
    public async Task<LoadState> EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var state = await GetAsync(cancellationToken).ConfigureAwait(false);
            // One that cannot be entered was replaced just now.
            if (state.Snapshot is null || state.Snapshot.Uses.TryEnter())
                return state;
            ObjectDisposedException.ThrowIf(_isDisposed, this);
        }
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
        _isDisposed = true;
        _stopping.Cancel();
        _stopping.Dispose();
        _state.Snapshot?.Uses.Close();
    }

    private Task StartReading(CancellationToken stopping) => Task.Run(() => ReadAsync(stopping), CancellationToken.None);

    private async Task ReadAsync(CancellationToken stopping)
    {
        using var activity = Telemetry.Source.StartActivity("authorities.load");
        activity?.SetTag("authorities.directory", name);
        try
        {
            var snapshot = await loader.LoadAsync(_state.Snapshot, stopping).ConfigureAwait(false);
            Log.Loaded(logger, name, snapshot.Info.Municipalities, snapshot.Info.Services, snapshot.Info.Offices);
            ReportFindings(snapshot);
            Replace(snapshot);
        }
        catch (AuthoritiesException exception)
        {
            activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, exception.Code);
            ReportFailure(exception);
            _state = _state with { Failure = exception, AttemptedAt = clock.GetUtcNow() };
        }
    }

    // Whoever is asking the old data still gets the answer; it is given back when the last of them has left.
    private void Replace(Snapshot snapshot)
    {
        var old = _state.Snapshot;
        _state = new LoadState(snapshot, null, clock.GetUtcNow());
        audit.Used(old, snapshot);
        old?.Uses.Close();
    }

    private void ReportFailure(AuthoritiesException exception)
    {
        Telemetry.LoadFailures.Add(1, new KeyValuePair<string, object?>("authorities.directory", name));
        if (_state.Snapshot is { } kept)
            Log.KeptOldData(logger, name, kept.LoadedAt, exception);
        else
            Log.NoData(logger, name, exception);
    }

    private void ReportFindings(Snapshot snapshot)
    {
        if (snapshot.Info is { Findings: [var first, ..] } info)
            Log.Skipped(logger, name, info.SkippedObjects, first.Source, first.Element, first.Id, first.Problem);
        if (snapshot.Held.Count > 0)
            Log.HeldBack(logger, name, snapshot.Held.Count);
    }

    // Settings that became invalid while running, or no value of their type, are reported by the next reading; until then the last valid ones hold.
    public AuthoritiesOptions Settings
    {
        get
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
}
