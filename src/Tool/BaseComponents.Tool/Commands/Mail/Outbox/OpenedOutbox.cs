using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using BaseComponents.SecureMail.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tool.Commands.Mail.Outbox;

/// <summary>The outbox of an application, opened for its operators. No worker runs: nothing is sent.</summary>
internal sealed class OpenedOutbox : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OpenedOutbox(ServiceProvider services, IReadOnlyList<string> senders) => (_services, Senders) = (services, senders);

    /// <summary>The senders that are meant.</summary>
    public IReadOnlyList<string> Senders { get; }

    /// <param name="database">Where the tables are.</param>
    /// <param name="schema">Their schema; null for the usual one.</param>
    /// <param name="sender">Its name; null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<OpenedOutbox> OpenAsync(Action<DbContextOptionsBuilder> database, string? schema, string? sender, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<OutboxContext>();
        database(options);
        var tables = new TableSchema(schema);
        await using var context = new OutboxContext(options.Options, tables);
        var senders = await context.SendersAsync(cancellationToken);
        if (sender is not null)
            senders = senders.Contains(sender) ? [sender] : throw new InvalidDataException($"the database has no mails of a sender \"{sender}\".");
        return new OpenedOutbox(Services(database, tables, senders), senders);
    }

    public ISecureMailOutboxOperations Of(string sender) => _services.GetRequiredKeyedService<ISecureMailOutboxOperations>(sender);

    /// <summary>The mail of that id, and whose it is.</summary>
    public async Task<(string Sender, OutboxMail Mail)> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = new List<(string Sender, OutboxMail Mail)>();
        foreach (var sender in Senders)
        {
            if (await Of(sender).FindAsync(id, cancellationToken) is { } mail)
                found.Add((sender, mail));
        }

        return found switch
        {
            [var only] => only,
            [] => throw new InvalidDataException($"there is no mail '{id}'. basecomponents mail outbox list --phase all shows those that there are."),
            _ => throw new InvalidDataException($"several senders have a mail '{id}'. Name one with --sender: {string.Join(", ", found.Select(static one => $"\"{one.Sender}\""))}."),
        };
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Services(Action<DbContextOptionsBuilder> database, TableSchema schema, IReadOnlyList<string> senders)
    {
        var services = new ServiceCollection();
        // Decisions are audit events: they go to the error output, where whoever runs the tool can keep them.
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter("BaseComponents.Audit", LogLevel.Information)
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "yyyy-MM-dd'T'HH:mm:ss'Z' ", true))
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        services.AddSingleton(schema);
        services.AddDbContext<OutboxContext>(database);
        // Nothing is sealed or sent, so that no settings of a sender are read.
        var none = new ConfigurationBuilder().Build().GetSection("none");
        foreach (var sender in senders)
            (sender.Length == 0 ? services.AddSecureMail(none) : services.AddSecureMail(sender, none)).AddEntityFrameworkOutbox<OutboxContext>();
        return services.BuildServiceProvider();
    }
}
