using System.Net.Http.Json;
using System.Text;
using BaseComponents.Sandbox;
using BaseComponents.SecureMail;
using BaseComponents.Tests.Journeys.BadInput;
using BaseComponents.Tests.Journeys.Licence;
using DogLicence.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpecialistProcedure.Cases;
using SpecialistProcedure.Hosting;

namespace BaseComponents.Tests.Journeys.Office;

/// <summary>A Sandbox with a mail drop, somebody who sends, and the specialist procedure that receives.</summary>
internal sealed class OfficeBench : IAsyncDisposable
{
    public const string Office = "steueramt@freiberg.amt.example";
    public const string Number = "HUND-2026-ABCD2345";

    private readonly string _root = Directory.CreateTempSubdirectory("office-").FullName;
    private readonly SandboxServer _sandbox;
    private IHost? _host;

    private OfficeBench() => _sandbox = SandboxServer.StartAsync(new SandboxOptions { MailDropPath = Drop }).GetAwaiter().GetResult();

    public LogBook Log { get; } = new();

    public string Mailbox => Path.Combine(Drop, Office);

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Office:SettingsFile"] = Path.Combine(Mailbox, "settings.json"),
        ["Office:DataPath"] = Path.Combine(_root, "office"),
        ["BaseComponents:SecureMail:Mailbox:FileDrop:Lease"] = "00:00:02",
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft"] = "Trace",
        ["Logging:LogLevel:System"] = "Trace",
    };

    private string Drop => Path.Combine(_root, "drop");

    /// <summary>The case file as the portal writes it.</summary>
    public static string CaseXmlText => Encoding.UTF8.GetString(CaseXml.Write(SampleCase.Open(), "8142836357895")).Replace(SampleCase.Row().Number, Number, StringComparison.Ordinal);

    public static Task<OfficeBench> OpenAsync() => Task.Run(() => new OfficeBench());

    public async Task StartAsync()
    {
        _host = await ProcedureHost.BuildAsync(new ProcedureSetup
        {
            Environment = "Sandbox",
            Settings = Settings,
            Services = services => services.AddLogging(logging => logging.ClearProviders().AddProvider(Log)),
        });
        await _host.StartAsync();
    }

    public async Task<T> ReadAsync<T>(Func<OfficeDb, Task<T>> look)
    {
        await using var scope = _host!.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<OfficeDb>());
    }

    public Task<List<BookedCase>> CasesAsync() => ReadAsync(db => db.Cases.AsNoTracking().ToListAsync());

    public Task<List<Refusal>> RefusalsAsync() => ReadAsync(db => db.Refusals.AsNoTracking().ToListAsync());

    /// <summary>Sends in the name of the portal, or of another mailbox of the Sandbox.</summary>
    public async Task SendAsync(string key, IEnumerable<SecureAttachment> files, string? mailbox = null, MailProtection? protection = null)
    {
        await using var services = Sender(mailbox);
        await services.GetRequiredService<ISecureMailClient>().SendAsync(new SecureMessage
        {
            To = [Office],
            Subject = "Anmeldung eines Hundes",
            Text = "Guten Tag",
            Attachments = [.. files],
            Protection = protection ?? MailProtection.Encrypted,
            Key = key,
        });
    }

    public static SecureAttachment Xml(string text, string name = "fall.xml") => SecureAttachment.FromBytes(name, "application/xml", Encoding.UTF8.GetBytes(text));

    public async Task<IReadOnlyList<string>> InboxAsync()
    {
        using var http = new HttpClient { BaseAddress = _sandbox.Address };
        return [.. (await http.GetFromJsonAsync<List<Received>>("mail/list.json"))!.Select(mail => mail.Subject)];
    }

    /// <summary>Files of the mailbox that nobody has settled.</summary>
    public string[] Unsettled => [.. ((string[])["new", "cur", "claimed"]).Select(name => Path.Combine(Mailbox, name)).Where(Directory.Exists).SelectMany(Directory.GetFiles)];

    public string[] SetAside => Directory.Exists(Path.Combine(Mailbox, "set-aside")) ? Directory.GetFiles(Path.Combine(Mailbox, "set-aside")) : [];

    public static async Task UntilAsync(Func<Task<bool>> holds, string because)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await holds())
                return;
            await Task.Delay(100);
        }

        Assert.Fail(because);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync();
            _host.Dispose();
        }

        await _sandbox.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }

    private ServiceProvider Sender(string? mailbox)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(_sandbox.Configuration);
        if (mailbox is not null)
            configuration.AddJsonFile(Path.Combine(Drop, mailbox, "settings.json"));
        var known = _sandbox.Configuration.GetSection("BaseComponents:SecureMail:Recipients").GetChildren().Single(recipient => recipient["Address"] == Office)["CertificatePem"];
        var services = new ServiceCollection().AddLogging();
        services.AddSecureMail(configuration.Build().GetSection("BaseComponents:SecureMail"))
            .Configure(options => options.Recipients = [new RecipientOptions { Address = Office, CertificatePem = known }]);
        return services.BuildServiceProvider();
    }

    private sealed record Received(string Subject);
}
