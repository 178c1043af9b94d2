using System.Net;
using BaseComponents.Authorities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Support;

/// <summary>A source behind http whose answers the test decides.</summary>
internal sealed class StubSource : HttpMessageHandler
{
    public const string Address = "https://amt.example/lieferung.xml";
    private int _deliveries;

    public int Deliveries => _deliveries;

    /// <summary>Answers the delivery; lists are always there.</summary>
    public Func<CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = _ => Task.FromResult(Text(Delivery.For("14")));

    public static HttpResponseMessage Text(string text) => new(HttpStatusCode.OK) { Content = new StringContent(text) };

    public static ServiceProvider Provide(StubSource source, FakeTimeProvider clock, Dictionary<string, string?>? settings = null)
    {
        var all = new Dictionary<string, string?>
        {
            ["A:Environment"] = "Test",
            ["A:RegionList"] = "https://amt.example/regions",
            ["A:PostalCodes"] = "https://amt.example/codes",
            ["A:Deliveries:0"] = Address,
        };
        foreach (var (key, value) in settings ?? [])
            all[key] = value;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddAuthorities(new ConfigurationBuilder().AddInMemoryCollection(all).Build().GetSection("A"))
            .HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => source);
        return services.BuildServiceProvider();
    }

    /// <summary>Moves the clock on until the work is done: retries wait on it.</summary>
    public static async Task<T> AdvancingAsync<T>(FakeTimeProvider clock, Task<T> work, TimeSpan? step = null)
    {
        for (var turn = 0; turn < 400 && !work.IsCompleted; turn++)
        {
            await Task.WhenAny(work, Task.Delay(10));
            clock.Advance(step ?? TimeSpan.FromSeconds(1));
        }

        return await work.WaitAsync(TimeSpan.FromSeconds(10));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        switch (request.RequestUri!.AbsolutePath)
        {
            case "/regions":
                return Text(SmallMap.Regions);
            case "/codes":
                return Text(SmallMap.PostalCodes);
            default:
                Interlocked.Increment(ref _deliveries);
                return await Answer(cancellationToken);
        }
    }
}
