using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Everything that was logged, with exceptions and every structured value.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    /// <summary>The lines that hold a text; a test that finds some shows them alone. Audit events say the same once more, and are left out.</summary>
    public IEnumerable<string> With(string text) => _lines.Where(line => line.Contains(text, StringComparison.Ordinal) && !line.Contains(" BaseComponents.Audit.", StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Writer(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"scope {category} {Values(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category} {eventId.Id} {formatter(state, exception)} {Values(state)} {exception}");

        private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"))
            : state?.ToString() ?? "";
    }
}
