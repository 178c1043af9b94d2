using System.Collections.Concurrent;
using BaseComponents.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>A name that must appear nowhere: not in a log at any level, not in an exception, not in the database.</summary>
public sealed class CanaryTests : SandboxAndApplication
{
    private const string Canary = "Kanarienvogel";

    [Theory]
    [InlineData(null)]
    [InlineData("payments.unavailable")]
    [InlineData("payments.create.drop-after-commit")]
    public async Task The_payers_name_is_written_nowhere(string? fault)
    {
        using var log = new Recorder();
        await using var instance = await NewInstanceAsync(services: services => services.AddLogging(logging => logging.AddProvider(log)));
        if (fault is not null)
            await ArmAsync(fault);

        var failure = await Record.ExceptionAsync(() => instance.Payments.StartAsync(
            Orders.DogTax("case-1") with { Payer = new PaymentPayer { Name = Canary, FirstName = Canary } }));
        await instance.Reconciler.RunOnceAsync();

        log.Lines.Should().NotBeEmpty().And.NotContain(line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        (failure?.ToString() ?? "").Should().NotContain(Canary);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(DatabaseFile)!, "*", SearchOption.AllDirectories))
            System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)).Should().NotContain(Canary, because: Path.GetFileName(file));
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
