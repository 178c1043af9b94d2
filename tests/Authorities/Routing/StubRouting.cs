using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Routing;

/// <summary>A routing service and an issuer whose answers the test decides, and a router that asks them.</summary>
internal sealed class StubRouting : HttpMessageHandler
{
    private readonly Dictionary<string, string?> _settings = new()
    {
        ["R:Environment"] = "Test",
        ["R:BaseAddress"] = "https://routing.example",
        ["R:Issuers:0:Name"] = Token.Issuer,
        ["R:SubmissionHosts:0"] = Token.Host,
        ["R:MinimumKeyBits"] = "2048",
    };

    private ServiceProvider? _provider;

    public FakeTimeProvider Clock { get; } = new(Token.Now);

    public List<Uri> Asked { get; } = [];

    public int KeyFetches => Asked.Count(address => address.Host == "issuer.example");

    public IReadOnlyList<JsonObject> Keys { get; set; } = [IssuerKey.First.Shown()];

    /// <summary>Answers instead of <see cref="Keys"/>.</summary>
    public Func<CancellationToken, Task<HttpResponseMessage>>? AnswerKeys { get; set; }

    public Func<Uri, HttpResponseMessage> Answer { get; set; } = _ => Json(Page(new Token().ToString()));

    public IDestinationRouter Router => (_provider ??= Provide()).GetRequiredService<IDestinationRouter>();

    public StubRouting With(string setting, string? value)
    {
        _settings["R:" + setting] = value;
        return this;
    }

    public static HttpResponseMessage Json(string json) => new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static string Page(params string[] tokens) =>
        new JsonObject { ["count"] = tokens.Length, ["offset"] = 0, ["totalCount"] = tokens.Length, ["routes"] = new JsonArray([.. tokens.Select(token => Route(token))]) }.ToJsonString();

    public static JsonObject Route(string token, string destination = Token.Destination) => new() { ["destinationId"] = destination, ["destinationSignature"] = token };

    /// <summary>What becomes of a signature.</summary>
    public async Task<SignedDestination> VerifyAsync(Token token, string area = Token.Area, string service = Token.Service)
    {
        Answer = _ => Json(Page(token.ToString()));
        return (await Router.FindRoutesAsync(LeikaKey.Parse(service), RegionKey.Parse(area))).Should().ContainSingle().Subject.Destination;
    }

    /// <summary>The reason why a signature is refused; none if it is not.</summary>
    public async Task<DestinationRefusal?> RefusalAsync(Token token, string area = Token.Area, string service = Token.Service) =>
        await VerifyAsync(token, area, service) is SignedDestination.Refused refused ? refused.Reason : null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Asked)
            Asked.Add(request.RequestUri!);
        if (request.RequestUri!.Host != "issuer.example")
            return Answer(request.RequestUri);
        return AnswerKeys is { } answer ? await answer(cancellationToken) : Json(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.DeepClone())]) }.ToJsonString());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _provider?.Dispose();
        base.Dispose(disposing);
    }

    private ServiceProvider Provide()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        var builder = services.AddDestinationRouter(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build().GetSection("R"));
        builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new Unowned(this));
        builder.KeyHttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new Unowned(this));
        return services.BuildServiceProvider();
    }

    // Clients dispose of their handlers; the stub lives as long as its test.
    private sealed class Unowned(StubRouting stub) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => stub.SendAsync(request, cancellationToken);
    }
}
