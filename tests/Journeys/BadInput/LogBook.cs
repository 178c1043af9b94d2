using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>Keeps everything the program logs: sentences, values, scopes, exceptions.</summary>
public sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines.Select(line => line.Text)];

    public string All => string.Join('\n', _lines.Select(line => line.Text));

    public string Errors => string.Join('\n', _lines.Where(line => line.Level >= LogLevel.Warning).Select(line => line.Text));

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, $"{formatter(state, exception)} {Values(state)} {exception}"));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue((LogLevel.Trace, $"{state} {Values(state)}"));
        return null;
    }

    public void Dispose()
    {
    }

    // What a structured log keeps beside the sentence; the sentence's own pattern says nothing new.
    private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
        ? string.Join(' ', values.Where(value => value.Key != "{OriginalFormat}").Select(value => $"{value.Key}={value.Value}"))
        : "";
}
