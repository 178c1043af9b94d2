using BaseComponents.Tests.Scale.Workers;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>Writes nothing; it knows from the log which step the client has reached.</summary>
internal sealed class KillAtLoggedStep(StepKiller killer) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (Steps.Logged.TryGetValue(eventId.Id, out var step))
            killer.Reach(step);
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
