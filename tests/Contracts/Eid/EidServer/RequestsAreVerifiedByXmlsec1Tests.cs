using System.Net;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Contracts.SecureMail;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>What the client signs, verified by xmlsec1 over the octets that were sent: body and timestamp, by the key of the service.</summary>
public sealed class RequestsAreVerifiedByXmlsec1Tests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eid-requests");
    private readonly EidPeerKeys _keys = new();

    [Fact]
    public async Task Body_and_timestamp_are_signed()
    {
        Peer.OrSkip("xmlsec1");
        var request = await SentAsync();

        (await VerifyAsync(request, _keys.Service)).Should().Be(0);
        (await VerifyAsync(request, _keys.Attacker)).Should().NotBe(0);
        foreach (var (old, @new) in new[] { ("REQUIRED", "ALLOWED"), ("Hundes &amp; Co", "Hundes &amp; Co."), ("<wsu:Created>20", "<wsu:Created>21"), ("<wsu:Expires>20", "<wsu:Expires>21") })
        {
            request.Should().Contain(old);
            (await VerifyAsync(request.Replace(old, @new, StringComparison.Ordinal), _keys.Service)).Should().NotBe(0, old);
        }
    }

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string> SentAsync()
    {
        var recorder = new Recorder();
        using var http = new HttpClient(recorder);
        var connection = new EidServerConnection { Address = new Uri("https://eid.example/soap"), SigningCertificate = _keys.Service, ServerCertificates = [_keys.Server] };
        var request = new EidServerRequest
        {
            Operations = new Dictionary<EidServerOperation, EidServerDemand> { [EidServerOperation.GivenNames] = EidServerDemand.Required },
            // What canonical forms differ in: line ends, tabs, signs of XML, letters beyond ASCII.
            TransactionInfo = "Anmeldung eines Hundes & Co\r\n\t<ẞ> \"M\u0302\" 😀 ]]>",
        };
        await EidServerClients.Create(connection, http, TimeProvider.System).Invoking(client => client.StartAsync(request)).Should().ThrowAsync<EidException>();
        return recorder.Sent!;
    }

    private async Task<int> VerifyAsync(string xml, X509Certificate2 certificate)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "request.xml"), xml);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "certificate.pem"), certificate.ExportCertificatePem());
        string[] identifiers =
        [
            "--id-attr:Id", "http://schemas.xmlsoap.org/soap/envelope/:Body",
            "--id-attr:Id", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd:Timestamp",
        ];
        return (await Peer.RunAsync("xmlsec1", ["--verify", "--enabled-reference-uris", "same-doc", .. identifiers, "--pubkey-cert-pem", "certificate.pem", "request.xml"], _folder.FullName)).ExitCode;
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public string? Sent { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        }
    }
}
