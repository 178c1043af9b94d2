using System.Net;
using System.Net.Http.Headers;
using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Fuzz.Payments;

/// <summary>A client of ePayBL whose peer answers whatever it is told to.</summary>
internal sealed class AnsweringPeer : HttpMessageHandler
{
    private readonly IEpayblClient _client;
    private readonly MediaTypeHeaderValue _type;
    private byte[] _answer = [];

    public AnsweringPeer(EpayblProtocol protocol)
    {
        const string section = "Epaybl";
        _type = new MediaTypeHeaderValue(protocol is EpayblProtocol.Rest ? "application/json" : "text/xml");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{section}:Environment"] = "Sandbox",
            [$"{section}:Protocol"] = protocol.ToString(),
            [$"{section}:ListStyle"] = "Version3",
            [$"{section}:BaseAddress"] = "https://epaybl.example/",
            [$"{section}:PayPageAddress"] = "https://bezahlen.example/",
            [$"{section}:Mandant"] = "M1",
            [$"{section}:Bewirtschafter"] = "BW1",
            [$"{section}:NotFoundCodes:0"] = "-8404",
            [$"{section}:ClientCertificatePem"] = "not loaded",
        });
        builder.Services.AddEpaybl(builder.Configuration.GetSection(section)).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => this);
        _client = builder.Build().Services.GetRequiredService<IEpayblClient>();
    }

    /// <summary>Asks everything there is, with that answer each time: an outcome or the one kind of fault that is promised.</summary>
    public void Answer(byte[] answer)
    {
        _answer = answer;
        Ask(async () =>
        {
            if (await _client.GetKassenzeichenAsync("8142") is { } info && (info.Kassenzeichen != "8142" || decimal.Round(info.Saldo, 2) != info.Saldo))
                throw new WrongReadingException("An answer about another Kassenzeichen, or with parts of cents, was accepted.");
        });
        Ask(async () => await _client.GetMethodsAsync());
        Ask(async () => await _client.GetStatusAsync());
        Ask(async () =>
        {
            if (await _client.FindTransactionAsync("t-1") is EpayblTransaction.Found { Kassenzeichen: var found } && !(found.Length is >= 2 and <= 30 && found.All(char.IsAsciiLetterOrDigit)))
                throw new WrongReadingException("A Kassenzeichen was accepted that is none.");
        });
        Ask(async () =>
        {
            if (await _client.BookAsync(List) is EpayblBookingOutcome.Created { PayPage: { } page } && (page.Scheme is not ("https" or "http") || page.AbsoluteUri.Length > 2082))
                throw new WrongReadingException("A pay page was accepted that is none.");
        });
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_answer) { Headers = { ContentType = _type } } });

    private static void Ask(Func<Task> ask)
    {
        try
        {
            ask().GetAwaiter().GetResult();
        }
        catch (PaymentException)
        {
            // What is promised for an answer that cannot be used.
        }
    }

    private static EpayblBookingList List { get; } = new()
    {
        TransactionNumber = "t-1",
        Bookings = [new EpayblBooking { Text = "Hundesteuer", Net = new Euro(96m), BudgetItem = "1100" }],
        DueAt = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
        DunningKey = "11000",
        Methods = [EpayblPaymentMethod.CreditCard],
        Customer = new EpayblCustomer { Number = "k-1", Name = "Onlinedienst" },
        Addresses = new EpayblAddresses { Success = new Uri("https://dienst.example/") },
    };
}
