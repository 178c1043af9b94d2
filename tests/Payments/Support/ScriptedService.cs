using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Payments.Support;

/// <summary>XBezahldienste as far as a state machine can see it, at the place of the network. The test moves its payments and breaks its answers.</summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    private readonly Lock _serving = new();

    /// <summary>Payments in the sequence of their creation.</summary>
    public List<ServicePayment> Payments { get; } = [];

    public List<string> Bodies { get; } = [];

    /// <summary>How the next creates go wrong.</summary>
    public Queue<CreateFault> CreateFaults { get; } = new();

    /// <summary>Whether payments are found by their own id only.</summary>
    public bool HidesRequestIds { get; set; }

    /// <summary>Answers every look with a fault.</summary>
    public bool FailsLooks { get; set; }

    /// <summary>Answers everything in place of the service, as a proxy or a wrong address does; the payments stay as they are.</summary>
    public Func<HttpResponseMessage>? Instead { get; set; }

    /// <summary>Changes each answer about a payment before it is sent.</summary>
    public Action<JsonObject>? Alter { get; set; }

    /// <summary>Runs once, before the next create arrives.</summary>
    public Func<Task>? BeforeNextCreate { get; set; }

    /// <summary>What a fault's answer says beside its code.</summary>
    public string ProblemDetail { get; set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        if (body is not null && BeforeNextCreate is { } before)
        {
            BeforeNextCreate = null;
            await before();
        }

        lock (_serving)
            return Instead is { } instead ? instead() : body is null ? Look(request.RequestUri!.Segments[^1]) : Create(body);
    }

    private HttpResponseMessage Create(string body)
    {
        Bodies.Add(body);
        var request = JsonNode.Parse(body)!.AsObject();
        var fault = CreateFaults.TryDequeue(out var next) ? next : CreateFault.None;
        if (fault is CreateFault.DropBefore)
            throw new HttpRequestException("The connection was reset.");
        if (fault is CreateFault.Refuse)
            return Problem(HttpStatusCode.BadRequest, "BOOKING_DATA_MISSING");
        if (Payments.Any(payment => payment.RequestId == (string)request["requestId"]!))
            return Problem(HttpStatusCode.BadRequest, "PAYMENT_EXISTS");
        Payments.Add(new ServicePayment(request, $"T-{Payments.Count + 1}"));
        return fault is CreateFault.DropAfter ? throw new HttpRequestException("The connection was reset.") : Answer(Payments[^1]);
    }

    private HttpResponseMessage Look(string id)
    {
        if (FailsLooks)
            return Problem(HttpStatusCode.InternalServerError, "UNSPECIFIED");
        var payment = Payments.SingleOrDefault(candidate => candidate.TransactionId == id || (!HidesRequestIds && candidate.RequestId == id));
        return payment is null ? Problem(HttpStatusCode.NotFound, "UNSPECIFIED") : Answer(payment);
    }

    private HttpResponseMessage Answer(ServicePayment payment)
    {
        var answer = payment.ToJson();
        Alter?.Invoke(answer);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(answer) };
    }

    private HttpResponseMessage Problem(HttpStatusCode status, string code) => new(status)
    {
        Content = JsonContent.Create(new { status = (int)status, title = ProblemDetail, detail = ProblemDetail, functionalCode = code }),
    };
}

internal enum CreateFault
{
    None,
    DropBefore,
    DropAfter,
    Refuse,
}
