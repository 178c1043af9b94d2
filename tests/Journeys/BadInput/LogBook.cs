using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>Keeps everything the program logs, exceptions included.</summary>
public sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public string All => string.Join('\n', _lines.Select(line => line.Text));

    public string Errors => string.Join('\n', _lines.Where(line => line.Level >= LogLevel.Warning).Select(line => line.Text));

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
