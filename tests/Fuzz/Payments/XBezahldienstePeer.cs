using System.Net;
using System.Text.Json;
using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Fuzz.Payments;

/// <summary>A coordinator whose payment service answers whatever it is told to.</summary>
internal sealed class XBezahldienstePeer : HttpMessageHandler
{
    private readonly LeapingClock _clock = new();
    private readonly OneAttempt _store = new();
    private readonly IPaymentClient _payments;
    private HttpStatusCode _status = HttpStatusCode.ServiceUnavailable;
    private string _type = "";
    private byte[] _body = [];

    public XBezahldienstePeer()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(Settings.Valid());
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddPayments(builder.Configuration.GetSection(Settings.Section)).UseStore(_ => _store).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => this);
        _payments = builder.Build().Services.GetRequiredService<IPaymentClient>();
        Tried(() => _payments.StartAsync(Orders.DogTax()));
        Intent = _store.Stored!;
    }

    public string RequestId => Intent.RequestId;

    private PaymentRecord Intent { get; }

    /// <summary>Orders, and looks at an open payment, with that answer each time: a result or the one kind of fault that is promised.</summary>
    public void Answer(HttpStatusCode status, string type, byte[] body)
    {
        (_status, _type, _body) = (status, type, body);
        // Pauses between tries move the clock: no input may find a payment that is too old.
        var now = _clock.GetUtcNow();
        Check(Intent with { CreatedAt = now, UpdatedAt = now }, () => _payments.StartAsync(Orders.DogTax()));
        now = _clock.GetUtcNow();
        Check(Intent with { CreatedAt = now, UpdatedAt = now, State = PaymentState.Open, TransactionId = "T-1", OpenedAt = now }, () => _payments.RefreshAsync("case-1"));
        Tried(() => _payments.GetServiceStatusAsync());
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = new HttpResponseMessage(_status) { Content = new ByteArrayContent(_body) };
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", _type);
        return Task.FromResult(answer);
    }

    private void Check(PaymentRecord before, Func<Task> act)
    {
        _store.Stored = before;
        var isFault = !Tried(act);
        var after = _store.Stored;
        if (isFault && after != before && after.State is not (PaymentState.Rejected or PaymentState.OutcomeUnknown))
            throw new WrongReadingException($"An answer that is a fault moved the payment to {after.State}.");
        if (after.State is PaymentState.Paid or PaymentState.PaidLate && !SaysPaid())
            throw new WrongReadingException("A payment is paid that the answer does not say to be paid in full.");
        if (after.PayPage is { } page && (page.Scheme is not ("https" or "http") || page.AbsoluteUri.Length > 2082))
            throw new WrongReadingException("A pay page was accepted that is none.");
        if (after.TransactionId is { } id && !(id.Length <= 44 && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            throw new WrongReadingException("An identifier was accepted that is none.");
    }

    /// <summary>Whether it went well; a fault of the promised kind is none, any other one gets out.</summary>
    private static bool Tried(Func<Task> act)
    {
        try
        {
            act().GetAwaiter().GetResult();
            return true;
        }
        catch (PaymentException)
        {
            return false;
        }
    }

    // Read in another way than the client does: strictly, member by member.
    private bool SaysPaid()
    {
        if ((int)_status / 100 != 2 || !_type.TrimStart().StartsWith("application/", StringComparison.OrdinalIgnoreCase))
            return false;
        using var document = JsonDocument.Parse(_body);
        var (information, order) = (Only(document.RootElement, "paymentInformation"), Only(document.RootElement, "paymentRequest"));
        return Only(information, "status").ValueEquals("PAYED") && Only(order, "currency").ValueEquals("EUR") && Only(order, "requestId").ValueEquals(RequestId)
            && Only(order, "grosAmount") is { ValueKind: JsonValueKind.Number } amount && amount.GetDecimal() == 96m;
    }

    private static JsonElement Only(JsonElement parent, string name) =>
        parent.EnumerateObject().Where(member => string.Equals(NameOf(member), name, StringComparison.OrdinalIgnoreCase)).ToArray() is [var only]
            ? only.Value
            : throw new WrongReadingException($"An answer was accepted that has {name} twice, or not at all.");

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // No Unicode, so none of the names that are looked for.
            return "";
        }
    }
}
