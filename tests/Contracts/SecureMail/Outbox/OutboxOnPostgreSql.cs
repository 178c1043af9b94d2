using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Testing;
using BaseComponents.Tests.Contracts.Eid.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BaseComponents.Tests.Contracts.SecureMail.Outbox;

/// <summary>A PostgreSQL for the tests of a class, keys, and processes of an application that use both. Nobody listens for mail.</summary>
public sealed class OutboxOnPostgreSql : IAsyncLifetime, IDisposable
{
    public const string Office = "steueramt@amt.example";
    private const string Sender = "antrag@stadt.example";
    private readonly PostgreSqlPeer _peer = new();
    private readonly ThrowAwayMailAuthority _authority = new();
    private ThrowAwayMailKey _sender = null!;
    private ThrowAwayMailKey _office = null!;

    public ValueTask InitializeAsync()
    {
        (_sender, _office) = (_authority.Issue(Sender), _authority.Issue(Office));
        return _peer.InitializeAsync();
    }

    /// <summary>A database that nobody has used.</summary>
    public async Task<string> DatabaseAsync()
    {
        Assert.SkipWhen(_peer.Missing is not null, _peer.Missing ?? "");
        var name = $"outbox_{Guid.NewGuid():N}";
        // A busy machine answers late.
        var server = new NpgsqlConnectionStringBuilder(_peer.ConnectionString) { Timeout = 60, CommandTimeout = 60 };
        await RunAsync(server.ConnectionString, $"CREATE DATABASE {name}");
        (server.Database, server.MaxPoolSize) = (name, 20);
        // Each test has a database, and so a pool, of its own: what it no longer needs is wanted by the next.
        (server.ConnectionPruningInterval, server.ConnectionIdleLifetime) = (1, 2);
        return server.ConnectionString;
    }

    /// <summary>One process with the package's own database, whose tables it makes.</summary>
    public async Task<ServiceProvider> OwnAsync(string database, bool retries = false)
    {
        var services = Services(mail => mail.AddEntityFrameworkOutbox(options => Use(options, database, retries)));
        await SecureMailOutboxDatabase.UpgradeAsync(services);
        return services;
    }

    /// <summary>One process with the application's own context. The first one makes the tables, as a deployment does.</summary>
    public async Task<ServiceProvider> ApplicationAsync(string database, bool retries = false)
    {
        var services = Services(mail =>
        {
            mail.Services.AddDbContext<PostDb>(options => Use(options, database, retries));
            mail.AddEntityFrameworkOutbox<PostDb>();
        });
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PostDb>().Database.EnsureCreatedAsync();
        return services;
    }

    public ServiceProvider Services(Action<SecureMailBuilder> build)
    {
        var services = new ServiceCollection().AddLogging();
        build(services.AddSecureMail(new ConfigurationBuilder().Build().GetSection("none")).Configure(options =>
        {
            options.Environment = SecureMailEnvironment.Test;
            (options.Smtp.Host, options.Smtp.Port) = ("127.0.0.1", 1);
            (options.Sender.Address, options.Sender.Certificate) = (Sender, _sender.ToOptions());
            options.TrustAnchorsPem = _authority.AnchorPem;
            options.Recipients = [_office.ToRecipient()];
        }));
        return services.BuildServiceProvider();
    }

    public static async Task RunAsync(string database, string statement)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<List<string>> LinesAsync(string database, string query)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _peer.DisposeAsync();
        Dispose();
    }

    public void Dispose() => _authority.Dispose();

    private static void Use(DbContextOptionsBuilder options, string database, bool retries) =>
        options.UseNpgsql(database, npgsql => _ = retries ? npgsql.EnableRetryOnFailure() : npgsql);
}

internal static class OutboxProcess
{
    public static IMailOutboxStore Store(this IServiceProvider services) => services.GetRequiredKeyedService<IMailOutboxStore>("");

    /// <summary>Adds in a scope of its own, and saves where the application does.</summary>
    public static async Task<bool> AddAsync(this IServiceProvider services, IReadOnlyList<(OutboxMail Mail, byte[] Content)> mails)
    {
        await using var scope = services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<PostDb>() is not { } context)
            return await scope.ServiceProvider.GetRequiredKeyedService<IMailOutboxWriter>("").TryAddAsync(mails);
        await scope.ServiceProvider.GetRequiredKeyedService<IMailOutboxWriter>("").TryAddAsync(mails);
        try
        {
            await context.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }
}
