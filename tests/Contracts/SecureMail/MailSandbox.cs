using System.Net.Http.Json;
using BaseComponents.Sandbox;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>One Sandbox for the mail tests, and clients with its settings, changed where a test says so.</summary>
public sealed class MailSandbox : IAsyncLifetime
{
    public const string Office = "steueramt@freiberg.amt.example";

    private SandboxServer? _server;
    private HttpClient? _http;

    public SandboxServer Server => _server!;

    public HttpClient Http => _http!;

    public IConfigurationSection Section => Server.Configuration.GetSection("BaseComponents:SecureMail");

    public int SmtpPort => Section.GetValue<int>("Smtp:Port");

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _http = new HttpClient { BaseAddress = _server.Address };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Services with the Sandbox's settings; each change is a path below the section and a value.</summary>
    public ServiceProvider Services(Action<SecureMailOptions>? change = null, ILoggerProvider? logs = null, params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(Server.Configuration)
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("BaseComponents:SecureMail:" + setting.Key, setting.Value)))
            .Build();
        var services = new ServiceCollection().AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
                logging.AddProvider(logs);
        });
        var mail = services.AddSecureMail(configuration.GetSection("BaseComponents:SecureMail"));
        if (change is not null)
            mail.Configure(change);
        return services.BuildServiceProvider();
    }

    public async Task<IReadOnlyList<Received>> ListAsync() => (await Http.GetFromJsonAsync<List<Received>>("mail/list.json"))!;

    public Task<byte[]> RawAsync(string id) => Http.GetByteArrayAsync($"mail/{id}.eml");

    public async Task<byte[]> RawByMessageIdAsync(string messageId)
    {
        var mail = (await ListAsync()).First(mail => mail.MessageId == $"<{messageId}>");
        return await RawAsync(mail.Id);
    }

    public Task<string> KeyPemAsync(string address) => Http.GetStringAsync($"mail/keys/{address}.pem");

    public async Task ArmAsync(string fault, int times = 1, int milliseconds = 0) =>
        (await Http.PostAsJsonAsync("_sandbox/faults", new { name = fault, times, milliseconds })).EnsureSuccessStatusCode();

    public sealed record Received(string Id, string Sender, IReadOnlyList<string> Recipients, string Subject, string? MessageId, string ContentType, long Size, string Tls);
}
