using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace MunicipalService.Hosting;

/// <summary>
/// Keeps the components' audit events: one JSON object a line, one file a day, only ever appended to. What cannot be written waits in memory and is written before the next one;
/// the health check says so. One folder is one process's: several nodes have a folder each.
/// </summary>
public sealed class AuditFile(string folder, TimeProvider clock, int mostWaiting = 10_000) : ILoggerProvider, IHealthCheck
{
    /// <summary>What the log categories of all audit events begin with.</summary>
    public const string Categories = "BaseComponents.Audit.";

    private readonly Lock _writing = new();
    private readonly Queue<(string File, byte[] Line)> _waiting = new();
    private int _lost;

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith(Categories, StringComparison.Ordinal) ? new AuditLogger(this, categoryName[Categories.Length..]) : NullLogger.Instance;

    public void Write(string unit, EventId happened, IEnumerable<KeyValuePair<string, object?>> facts)
    {
        lock (_writing)
        {
            var now = clock.GetUtcNow();
            _waiting.Enqueue((Path.Combine(folder, $"audit-{now:yyyy-MM-dd}.jsonl"), Line(now, unit, happened, facts)));
            // Whoever is at work must not fail because the disk is full.
            while (_waiting.TryPeek(out var next) && TryAppend(next.File, next.Line))
                _waiting.Dequeue();
            for (; _waiting.Count > mostWaiting; _lost++)
                _waiting.Dequeue();
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (_writing)
            return Task.FromResult(_lost > 0 ? HealthCheckResult.Unhealthy($"{_lost} audit events were lost: the folder cannot be written to.")
                : _waiting.Count > 0 ? HealthCheckResult.Degraded($"{_waiting.Count} audit events wait: the folder cannot be written to.") : HealthCheckResult.Healthy());
    }

    public void Dispose()
    {
    }

    private static byte[] Line(DateTimeOffset at, string unit, EventId happened, IEnumerable<KeyValuePair<string, object?>> facts)
    {
        var line = new Dictionary<string, object?> { ["at"] = at, ["unit"] = unit, ["id"] = happened.Id, ["event"] = happened.Name };
        foreach (var (name, value) in facts)
            if (name != "{OriginalFormat}")
                line[char.ToLowerInvariant(name[0]) + name[1..]] = value is int or long or null ? value : value.ToString();
        return [.. JsonSerializer.SerializeToUtf8Bytes(line), (byte)'\n'];
    }

    private static bool TryAppend(string file, byte[] line)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var stream = new FileStream(file, options);
            stream.Write(line);
            stream.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Said by the health check: a log entry about the log could come back here.
            return false;
        }
    }

    private sealed class AuditLogger(AuditFile audit, string unit) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            audit.Write(unit, eventId, state as IEnumerable<KeyValuePair<string, object?>> ?? []);
    }
}
