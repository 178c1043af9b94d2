using System.Globalization;
using BaseComponents.SecureMail.Testing;
using BaseComponents.Tests.Scale.Mail.Post;
using BaseComponents.Tests.Scale.Mail.Workers;
using BaseComponents.Tests.Scale.Workers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>What nobody kills: a database, the mail server as a process of its own, keys, and the folder in which workers put what is temporary.</summary>
internal sealed class MailSite : IAsyncDisposable
{
    /// <summary>Longer than a lease: whoever stands still so long has lost it.</summary>
    public static readonly TimeSpan Frozen = TimeSpan.FromSeconds(8);
    private readonly DirectoryInfo _folder;
    private readonly Dictionary<string, string?> _settings;

    private MailSite(string database, DirectoryInfo folder, PostOfficeProcess post) => (Database, _folder, Post, _settings) = (database, folder, post, Settings(post.Address));

    public string Database { get; }

    public PostOfficeProcess Post { get; }

    /// <summary>Stands in subject, text, name and content of the attachment and in the key of every mail. Its second letter is written differently in each encoding.</summary>
    public string Canary { get; } = $"v\u00f6gel{Guid.NewGuid():N}"[..18];

    public string PostFolder => PostFolderOf(_folder);

    public string Temporary => Directory.CreateDirectory(Path.Combine(_folder.FullName, "temporary")).FullName;

    /// <summary>On a PostgreSQL, or with null on a SQLite file.</summary>
    public static async Task<MailSite> OpenAsync(string? server, MailPlan plan)
    {
        var folder = Directory.CreateTempSubdirectory("mail-chaos-");
        var database = server is null
            ? $"Data Source={Path.Combine(folder.FullName, "office.db")}"
            : new NpgsqlConnectionStringBuilder(server) { Database = $"chaos_{Guid.NewGuid():N}" }.ConnectionString;
        await using var db = Context(database);
        await db.Database.EnsureCreatedAsync();
        return new MailSite(database, folder, await PostOfficeProcess.StartAsync(PostFolderOf(folder), plan.Seed, plan.Weather));
    }

    public WorkerProcess StartWorker(MailPlan plan, string? dieAt = null, int occurrence = 1)
    {
        var settings = new Dictionary<string, string?>(_settings)
        {
            ["Worker:Database"] = Database,
            ["Worker:Flaw"] = $"{plan.Flaw}",
            ["Worker:Canary"] = Canary,
            ["Worker:DieAt"] = dieAt,
            ["Worker:DieAtOccurrence"] = occurrence.ToString(CultureInfo.InvariantCulture),
        };
        return new WorkerProcess("mail-worker", settings, Temporary, Frozen);
    }

    /// <summary>Reads the tables, past the outbox.</summary>
    public async Task<List<T>> AskAsync<T>(FormattableString query)
    {
        await using var db = Context(Database);
        return await db.Database.SqlQuery<T>(query).ToListAsync();
    }

    public async Task NoteKillAsync(string step)
    {
        await using var db = Context(Database);
        db.Kills.Add(new MailKill { Step = step });
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
        await Post.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string PostFolderOf(DirectoryInfo folder) => Path.Combine(folder.FullName, "post");

    private static OfficeDb Context(string database) => new((DbContextOptions<OfficeDb>)OfficeDb.Use(new DbContextOptionsBuilder<OfficeDb>(), database).Options);

    private static Dictionary<string, string?> Settings(PostAddress post)
    {
        using var authority = new ThrowAwayMailAuthority();
        var sender = authority.Issue(Offices.Sender);
        var offices = Offices.All.Select(address => authority.Issue(address)).ToArray();
        var settings = new Dictionary<string, string?>();
        foreach (var tenant in Offices.Tenants)
        {
            void Set(string key, string value) => settings[$"Mail:{tenant}:{key}"] = value;
            Set("Environment", "Test");
            Set("TrustAnchorsPem", authority.AnchorPem);
            Set("Sender:Address", Offices.Sender);
            Set("Sender:Certificate:Pem", sender.CertificatePem);
            Set("Sender:Certificate:KeyPem", sender.KeyPem);
            Set("Smtp:Host", "127.0.0.1");
            Set("Smtp:Port", post.Port.ToString(CultureInfo.InvariantCulture));
            Set("Smtp:Security", "Implicit");
            Set("Smtp:TrustAnchorsPem", post.CertificatePem);
            Set("Smtp:RequestDeliveryReports", "true");
            Set("Outbox:Ambiguous", tenant == Offices.Tenants[0] ? "Hold" : "ResendOnce");
            Set("Outbox:ResendDelay", "00:00:01");
            Set("Outbox:Lease", "00:00:05");
            Set("Outbox:FirstRetry", "00:00:01");
            Set("Outbox:MaxRetry", "00:00:02");
            Set("Outbox:Pause", "00:00:00.1");
            for (var index = 0; index < offices.Length; index++)
            {
                Set($"Recipients:{index}:Address", offices[index].Address);
                Set($"Recipients:{index}:CertificatePem", offices[index].CertificatePem);
            }
        }

        return settings;
    }
}
