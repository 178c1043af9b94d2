using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using BaseComponents.SecureMail.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>An application's context that holds a case and the mails about it.</summary>
public sealed class CaseDb(DbContextOptions<CaseDb> options) : DbContext(options)
{
    public DbSet<Case> Cases => Set<Case>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddSecureMailOutbox();
}

public sealed class Case
{
    public int Id { get; set; }
}

/// <summary>A SQLite file with the application's tables and the outbox.</summary>
internal sealed class OutboxDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outbox-").FullName;

    public string ConnectionString => $"Data Source={Path.Combine(_folder, "outbox.db")}";

    /// <summary>Services of one process of the application.</summary>
    public async Task<ServiceProvider> ApplicationAsync(MailLab lab, Action<SecureMailOptions>? change = null)
    {
        var services = lab.Services(change, mail =>
        {
            mail.Services.AddDbContext<CaseDb>(options => options.UseSqlite(ConnectionString));
            mail.AddEntityFrameworkOutbox<CaseDb>();
        });
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.EnsureCreatedAsync();
        return services;
    }

    public async Task<ServiceProvider> OwnAsync(MailLab lab)
    {
        var services = lab.Services(null, mail => mail.AddEntityFrameworkOutbox(options => options.UseSqlite(ConnectionString)));
        await SecureMailOutboxDatabase.UpgradeAsync(services);
        return services;
    }

    /// <summary>What somebody with access to the database does.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A backup as an operator takes it while the application runs, laid down as a database of its own.</summary>
    public async Task<OutboxDatabase> BackUpAsync()
    {
        var backup = new OutboxDatabase();
        await ExecuteAsync($"VACUUM INTO '{Path.Combine(backup._folder, "outbox.db")}'");
        return backup;
    }

    public byte[] Bytes()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return [.. Directory.GetFiles(_folder).SelectMany(File.ReadAllBytes)];
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

internal static class OutboxServices
{
    public static IMailOutboxStore Store(this ServiceProvider services) => services.GetRequiredKeyedService<IMailOutboxStore>("");

    public static ISecureMailOutboxOperations Operations(this ServiceProvider services) => services.GetRequiredService<ISecureMailOutboxOperations>();

    public static Task<OutboxRun> WorkAsync(this ServiceProvider services) => services.GetRequiredService<ISecureMailOutboxWorker>().RunOnceAsync(TestContext.Current.CancellationToken);

    /// <summary>Adds in a scope of its own, and saves where the application does.</summary>
    public static async Task<bool> AddAsync(this ServiceProvider services, IReadOnlyList<(OutboxMail Mail, byte[] Content)> mails)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredKeyedService<IMailOutboxWriter>("").TryAddAsync(mails);
    }

    public static async Task<OutboxMail> EnqueueAsync(this ServiceProvider services, SecureMessage message)
    {
        await using var scope = services.CreateAsyncScope();
        var mails = await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(message, TestContext.Current.CancellationToken);
        if (scope.ServiceProvider.GetService<CaseDb>() is { } context)
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return mails[0];
    }

    public static async Task<OutboxMail> ReadAsync(this ServiceProvider services, OutboxMail mail) => (await services.Operations().FindAsync(mail.Id))!;
}
