using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Bulk;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Bulk;

/// <summary>A service of bulk data behind http, a folder for what is downloaded, and a directory that reads it.</summary>
internal sealed class BulkService : HttpMessageHandler
{
    public const string Secret = "geheim: 1/ä";
    private const string Start = "https://bulk.example/api/v3/verwaltungsobjekte/xzufi-2-3-1";
    private readonly string _folder = Directory.CreateTempSubdirectory("bulk-").FullName;
    private readonly ServiceProvider _provider;
    private int _tokens;

    public BulkService(params (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["B:Environment"] = "Test",
            ["B:BaseAddress"] = "https://bulk.example/api/",
            ["B:TokenAddress"] = "https://login.example/token",
            ["B:ClientId"] = "land",
            ["B:ClientSecret"] = Secret,
        };
        foreach (var (key, value) in settings)
            all[$"B:{key}"] = value;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        var bulk = services.AddBulkDelivery(new ConfigurationBuilder().AddInMemoryCollection(all).Build().GetSection("B"));
        bulk.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => this);
        bulk.TokenClientBuilder.ConfigurePrimaryHttpMessageHandler(() => this);
        _provider = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));

    public IBulkDelivery Delivery => _provider.GetRequiredService<IBulkDelivery>();

    public string Folder => Path.Combine(_folder, "pages");

    /// <summary>What the service has, a page each.</summary>
    public List<string> Pages { get; } = [];

    /// <summary>The queries of all requests for pages.</summary>
    public List<string> Asked { get; } = [];

    public int Tokens => _tokens;

    /// <summary>The token that is let in; none before the first one is given out.</summary>
    public string Valid { get; set; } = "";

    /// <summary>Answers in place of the service, where it answers something.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Instead { get; set; } = _ => null;

    public string Logged => string.Join('\n', _provider.GetFakeLogCollector().GetSnapshot().Select(record => $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])} {string.Join(' ', record.Scopes)}"));

    public IReadOnlyList<string> Files => Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Where(name => name != "bulk.lock").Order(StringComparer.Ordinal)] : [];

    /// <summary>Names and content of all files, to see whether something changed.</summary>
    public IReadOnlyList<string> State => [.. Files.Select(name => $"{name}: {File.ReadAllText(Path.Combine(Folder, name))}")];

    public static string Page(int number, params string[] objects) =>
        Support.Delivery.Of([$"<xzufi:nachrichtenkopf><xzufi:erstelltDatumZeit>2026-11-27T12:00:00Z</xzufi:erstelltDatumZeit></xzufi:nachrichtenkopf><xzufi:transaktionPosition>{number}</xzufi:transaktionPosition>", .. objects]);

    public static HttpResponseMessage Json(string text) => new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Envelope(string objects, bool isComplete, long? index, string? next) =>
        Json(JsonSerializer.Serialize(new { xzufiObjekte = objects, vollstaendig = isComplete, naechsterIndex = index, naechsteAnfrageUrl = next }));

    public static string At(int index) => $"{Start}?index={index}";

    public Task<BulkResult> DownloadAsync(BulkRun run = BulkRun.Continue, CancellationToken cancellationToken = default) =>
        StubSource.AdvancingAsync(Clock, Delivery.DownloadAsync(Folder, run, null, cancellationToken), TimeSpan.FromMilliseconds(500));

    public async Task<AuthoritiesException> FaultAsync(BulkRun run = BulkRun.Continue) =>
        (await FluentActions.Awaiting(() => DownloadAsync(run)).Should().ThrowAsync<AuthoritiesException>()).Which;

    /// <summary>A directory over the folder.</summary>
    public TestDirectory Read()
    {
        var directory = TestDirectory.With("");
        directory.Settings["A:Deliveries:0"] = Folder;
        return directory;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Host == "login.example")
        {
            var form = await request.Content!.ReadAsStringAsync(cancellationToken);
            (request.Method, form).Should().Be((HttpMethod.Post, "grant_type=client_credentials"));
            return Instead(request) ?? Token();
        }

        Asked.Add(request.RequestUri.Query);
        if (request.Headers.Authorization?.ToString() != $"Bearer {Valid}")
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        return Instead(request) ?? Answer(request.RequestUri);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Directory.Exists(_folder))
        {
            _provider.Dispose();
            Directory.Delete(_folder, recursive: true);
        }

        base.Dispose(disposing);
    }

    private HttpResponseMessage Token()
    {
        Valid = $"zugriff-{Interlocked.Increment(ref _tokens)}";
        return Json($$"""{"access_token":"{{Valid}}","token_type":"Bearer","expires_in":300}""");
    }

    private HttpResponseMessage Answer(Uri address)
    {
        address.GetLeftPart(UriPartial.Path).Should().Be(Start);
        var index = address.Query.Length == 0 ? 0 : int.Parse(address.Query["?index=".Length..], CultureInfo.InvariantCulture);
        if (index >= Pages.Count)
            return Envelope("", isComplete: true, index, At(index));
        return Envelope(Pages[index], isComplete: index == Pages.Count - 1, index + 1, At(index + 1));
    }
}
