using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>One Sandbox for the tests of its mail part.</summary>
public sealed class MailServer : IAsyncLifetime
{
    private SandboxServer? _server;

    public HttpClient Http { get; private set; } = null!;

    public int Port => Section.GetValue<int>("Smtp:Port");

    public string User => Section["Smtp:User"]!;

    public string Password => Section["Smtp:Password"]!;

    public string RootPem => Section["Smtp:TrustAnchorsPem"]!;

    public X509Certificate2 Root => X509Certificate2.CreateFromPem(RootPem);

    public IConfigurationSection Section => _server!.Configuration.GetSection("BaseComponents:SecureMail");

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        Http = new HttpClient { BaseAddress = _server.Address };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server!.DisposeAsync();
    }

    public async Task<IReadOnlyList<Kept>> ListAsync() => (await Http.GetFromJsonAsync<List<Kept>>("mail/list.json"))!;

    public async Task<string> RawAsync(string id) => System.Text.Encoding.Latin1.GetString(await Http.GetByteArrayAsync($"mail/{id}.eml"));

    public async Task ArmAsync(string fault) => (await Http.PostAsJsonAsync("_sandbox/faults", new { name = fault, times = 1 })).EnsureSuccessStatusCode();

    public sealed record Kept(string Id, string Sender, IReadOnlyList<string> Recipients, string Subject, long Size, string Tls);
}
