using System.Net;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Payments.Internal;
using BaseComponents.Payments.Wire.Epaybl;
using BaseComponents.Tests.Payments.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BaseComponents.Tests.Payments.Notifications;

/// <summary>An application for several towns, each with an ePayBL of its own that sends notifications.</summary>
internal sealed class NotifiedTowns : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private NotifiedTowns(WebApplication app, StoppedClock clock, IReadOnlyList<Town> towns)
    {
        (_app, Clock, Towns) = (app, clock, towns);
        _http = app.GetTestClient();
    }

    public StoppedClock Clock { get; }

    public IReadOnlyList<Town> Towns { get; }

    public Town this[string name] => Towns.Single(town => town.Name == name);

    public IReadOnlyList<FakeLogRecord> Logged => _app.Services.GetFakeLogCollector().GetSnapshot();

    public static Task<NotifiedTowns> StartAsync(params string[] names) => StartAsync([], names);

    /// <summary>Starts it with a store of each town that somebody can stand in the way of.</summary>
    public static async Task<NotifiedTowns> StartAsync(Dictionary<string, StoreInBetween> stores, params string[] names)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        var clock = new StoppedClock();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFakeLogging();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var peers = names.Select((name, index) => (Name: name, Peer: new ClaimsPeer($"81{index:00}"))).ToArray();
        foreach (var (name, peer) in peers)
        {
            builder.Configuration.AddInMemoryCollection(Settings(name));
            builder.Services.AddPayments(name, builder.Configuration.GetSection($"{name}:Payments"))
                .UseStore(services => stores[name] = new StoreInBetween(new InMemoryPaymentStore(services)))
                .UseEpaybl(builder.Configuration.GetSection($"{name}:Epaybl")).AddReturnPage();
            builder.Services.AddHttpClient(EpayblTransport.ClientName(name)).ConfigurePrimaryHttpMessageHandler(() => peer);
        }

        var app = builder.Build();
        foreach (var name in names)
        {
            app.MapEpayblNotifications(Town.PathOf(name), name);
            app.MapPaymentReturn(Town.ReturnPathOf(name), (payment, _, _) => Task.FromResult(Results.Text($"{name} {payment.State}")), name: name);
        }

        await app.StartAsync();
        return new NotifiedTowns(app, clock, [.. peers.Select(pair => new Town(pair.Name, app.Services, pair.Peer))]);
    }

    public async Task<HttpStatusCode> PostAsync(string path, HttpContent? content)
    {
        using var answer = await _http.PostAsync(path, content);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty("a forger learns nothing");
        return answer.StatusCode;
    }

    public Task<HttpStatusCode> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) => PostAsync(path, new FormUrlEncodedContent(fields));

    public async Task<HttpStatusCode> PutAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var answer = await _http.PutAsync(path, new FormUrlEncodedContent(fields));
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> GetAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var answer = await _http.GetAsync(path + new QueryBuilder(fields).ToQueryString());
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings(string name) => new()
    {
        [$"{name}:Payments:Environment"] = "Sandbox",
        [$"{name}:Payments:PublicAddress"] = "http://localhost:5000/",
        [$"{name}:Payments:Reconciler:Enabled"] = "false",
        // Nobody looks by himself for the time of a test.
        [$"{name}:Payments:Reconciler:Delays:0"] = "06:00:00",
        [$"{name}:Epaybl:Environment"] = "Sandbox",
        [$"{name}:Epaybl:Protocol"] = "Rest",
        [$"{name}:Epaybl:BaseAddress"] = $"https://{name}.example/konnektor/",
        [$"{name}:Epaybl:Mandant"] = Town.MandantOf(name),
        [$"{name}:Epaybl:Bewirtschafter"] = Town.Bewirtschafter,
        [$"{name}:Epaybl:BudgetItem"] = "1100.1",
        [$"{name}:Epaybl:DunningKey"] = "11000",
        [$"{name}:Epaybl:Methods:0"] = "KREDITKARTE",
        [$"{name}:Epaybl:NotificationSecret"] = Town.SecretOf(name),
        [$"{name}:Epaybl:ClientCertificatePem"] = "not loaded",
    };
}
