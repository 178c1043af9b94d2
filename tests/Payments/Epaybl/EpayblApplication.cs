using System.Net;
using System.Text;
using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>A client of ePayBL whose network ends at a scripted peer.</summary>
internal sealed class EpayblApplication : IDisposable
{
    public const string Section = "BaseComponents:Payments:Epaybl";
    private readonly IHost _host;

    public EpayblApplication(EpayblPeer peer, params (string Key, string? Value)[] changes)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(Valid(changes));
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging();
        builder.Services.AddSingleton<TimeProvider>(new LeapingClock());
        builder.Services.AddEpaybl(builder.Configuration.GetSection(Section)).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => peer);
        _host = builder.Build();
    }

    public IEpayblClient Client => _host.Services.GetRequiredService<IEpayblClient>();

    public string Logged => string.Join('\n', _host.Services.GetFakeLogCollector().GetSnapshot().Select(record => record.Message));

    public static EpayblApplication Soap(EpayblPeer peer, EpayblListStyle style = EpayblListStyle.Version3) =>
        new(peer, ("Protocol", "Soap"), ("ListStyle", style.ToString()), ("PayPageAddress", "https://bezahlen.example/paypage"));

    public static Dictionary<string, string?> Valid(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>
        {
            [$"{Section}:Environment"] = "Sandbox",
            [$"{Section}:Protocol"] = "Rest",
            [$"{Section}:BaseAddress"] = "https://epaybl.example/konnektor/",
            [$"{Section}:Mandant"] = "M1",
            [$"{Section}:Bewirtschafter"] = "BW1",
            [$"{Section}:NotFoundCodes:0"] = "-8404",
            [$"{Section}:ClientCertificatePem"] = "not loaded",
            [$"{Section}:Timeout"] = "00:00:01",
        };
        foreach (var (key, value) in changes)
            settings[$"{Section}:{key}"] = value;
        return settings;
    }

    public static EpayblBookingList List() => new()
    {
        TransactionNumber = "t-1",
        Bookings = [new EpayblBooking { Text = "Hundesteuer 2027", Net = new Euro(96m), BudgetItem = "1100.1", ObjectNumber = "7" }],
        DueAt = new DateTimeOffset(2027, 1, 31, 23, 30, 0, TimeSpan.Zero),
        DunningKey = "11000",
        Methods = [EpayblPaymentMethod.CreditCard, EpayblPaymentMethod.PayPal],
        Customer = new EpayblCustomer { Number = "k-1", Name = "Ungenannt" },
        Addresses = new EpayblAddresses { Success = new Uri("https://dienst.example/zurueck?a=1&b=2"), Cancel = new Uri("https://dienst.example/abbruch") },
    };

    public void Dispose() => _host.Dispose();
}

/// <summary>Answers in the place of ePayBL, and keeps what it was asked.</summary>
internal sealed class EpayblPeer(Func<HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<(HttpMethod Method, string Address, string Body)> Asked { get; } = [];

    public static EpayblPeer Saying(string body, HttpStatusCode status = HttpStatusCode.OK, string type = "application/json") => new((_, _) => Of(body, status, type));

    public static HttpResponseMessage Of(string body, HttpStatusCode status = HttpStatusCode.OK, string type = "text/xml") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add((request.Method, request.RequestUri!.AbsoluteUri, body));
        return answer(request, body);
    }
}
