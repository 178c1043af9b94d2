using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Tests.Eid.EidServer.Forge;

/// <summary>What a client sent.</summary>
/// <param name="Action">The header SOAPAction.</param>
/// <param name="Xml">The envelope.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record SentRequest(string Action, string Xml, string? ContentType)
{
    public XmlDocument Document { get; } = Load(Xml);

    public string? Counter => Document.GetElementsByTagName("RequestCounter", "http://bsi.bund.de/eID/").Cast<XmlElement>().SingleOrDefault()?.InnerText;

    private static XmlDocument Load(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        return document;
    }
}

/// <summary>An eID server in the place of the network: it says what it is told to say, in turn; the last one again and again.</summary>
internal sealed class ForgedServer : HttpMessageHandler
{
    private readonly List<Func<SentRequest, HttpResponseMessage>> _answers = [];

    public ForgedServer(TimeProvider clock) => Clock = clock;

    public ForgedServer()
        : this(new LeapingClock(ServerParties.Now, TimeSpan.FromSeconds(1)))
    {
    }

    public TimeProvider Clock { get; }

    public List<SentRequest> Requests { get; } = [];

    public Func<CancellationToken, Task>? Hang { get; set; }

    public IEidServerClient Client(EidServerConnection? connection = null) => EidServerClients.Create(connection ?? ServerParties.Connection, new HttpClient(this, disposeHandler: false), Clock);

    /// <summary>Answers with well-signed contents.</summary>
    public ForgedServer Says(params string[] contents)
    {
        foreach (var content in contents)
            Answers(_ => Xml(Good(content).ToXml()));
        return this;
    }

    public ForgedServer SaysXml(string xml, HttpStatusCode status = HttpStatusCode.OK) => Answers(_ => Xml(xml, status));

    public ForgedServer Answers(Func<SentRequest, HttpResponseMessage> answer)
    {
        _answers.Add(answer);
        return this;
    }

    public ForgedEnvelope Good(string content, X509Certificate2? signer = null) => new(content) { Signer = signer ?? ServerParties.Server, Created = Clock.GetUtcNow() };

    public static HttpResponseMessage Xml(string xml, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(xml, Encoding.UTF8, "text/xml") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Hang is { } hang)
            await hang(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var xml = await request.Content!.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest(request.Headers.GetValues("SOAPAction").Single(), xml, request.Content.Headers.ContentType?.ToString());
        Requests.Add(sent);
        return _answers[Math.Min(Requests.Count, _answers.Count) - 1](sent);
    }
}
