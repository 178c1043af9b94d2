using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Web;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Pvog;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Support;

/// <summary>The search service behind http, whose answers the test decides by resource.</summary>
internal sealed class PvogStub : HttpMessageHandler
{
    public const string Unit = """{"id":"S.OE.live","title":"Live-Amt","role":{"code":"01"},"location":{"communications":[{"code":"01","value":"live@amt.example"}]}}""";

    /// <summary>Everything that was asked: path and parameters.</summary>
    public ConcurrentQueue<(string Path, System.Collections.Specialized.NameValueCollection Query, HttpRequestHeaders Headers)> Asked { get; } = [];

    /// <summary>When each request came, by the clock of the test.</summary>
    public ConcurrentQueue<DateTimeOffset> Times { get; } = [];

    public Dictionary<string, Func<System.Collections.Specialized.NameValueCollection, HttpResponseMessage>> Answers { get; } = new()
    {
        ["/api/v3/servicedescriptions/leikaid"] = query => query["ars"] == SmallMap.Freiberg ? Json("""{"content":[{"id":"S.LB.1"}],"totalElements":1}""") : Json("""{"content":[]}"""),
        ["/api/v2/organisationunits/titles"] = _ => Json("""[{"id":"S.OE.live","title":"Live-Amt","role":{"code":"01","name":"x"},"criteria":null}]"""),
        ["/api/v5/organisationunits/detail"] = _ => Json(Unit),
        ["/api/v1beta2/onlineservices"] = _ => Json("""{"totalHits":0,"onlineservices":[]}"""),
        ["/api/v2/locations"] = _ => Json("""[{"ars":"145220180180","ags":"14522180","name":"Freiberg","zip":"09599","zipCodeCount":1}]"""),
    };

    /// <summary>Answers instead, for every request; nothing for the usual answer.</summary>
    public Func<HttpResponseMessage?> Instead { get; set; } = () => null;

    /// <summary>The settings of the last registration; reload it after a change.</summary>
    public IConfigurationRoot Configuration { get; private set; } = null!;

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public static HttpResponseMessage Json(string text, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Status(int status) => new((HttpStatusCode)status);

    public void Titles(string json) => Answers["/api/v2/organisationunits/titles"] = _ => Json(json);

    public void Detail(string json) => Answers["/api/v5/organisationunits/detail"] = _ => Json(json);

    /// <summary>A registration that asks this service; without deliveries it has no data of its own.</summary>
    public ServiceProvider Provide(FakeTimeProvider clock, Dictionary<string, string?>? settings = null, string name = "", bool hasLive = true, IDistributedCache? shared = null)
    {
        Clock = clock;
        var all = new Dictionary<string, string?>
        {
            ["A:Environment"] = "Test",
            ["A:Precedence"] = "LiveOnly",
            ["A:Pvog:BaseAddress"] = "https://pvog.example/api",
            ["A:Pvog:RequestsPerSecond"] = "50",
            ["A:Pvog:Repeats"] = "0",
            ["A:Pvog:PauseAfterFailure"] = "00:00:00",
        };
        foreach (var (key, value) in settings ?? [])
            all[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        Configuration = configuration;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddFakeLogging();
        if (shared is not null)
            services.AddSingleton(shared);
        var directory = services.AddAuthorities(name, configuration.GetSection("A"));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<IAuthorityDirectory>(name));
        if (hasLive)
            directory.AddPvog(configuration.GetSection("A:Pvog")).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => this);
        return services.BuildServiceProvider();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        Asked.Enqueue((request.RequestUri.AbsolutePath, query, request.Headers));
        Times.Enqueue(Clock.GetUtcNow());
        return Task.FromResult(Instead() ?? (Answers.TryGetValue(request.RequestUri.AbsolutePath, out var answer) ? answer(query) : Status(404)));
    }
}
