using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.EidServer.Forge;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Benchmarks.Eid;

/// <summary>What it costs to fetch a result from an eID server, but for the way there: the request written and signed, the answer verified and read. Beside it the bare signing and verifying.</summary>
internal static class SoapFigures
{
    private const int Key = 3072;
    private const int PerBatch = 20;
    private const int Warmups = 20;

    private static readonly string Content = AnswerContents.ResultOf(
        "<eid:DocumentType>ID</eid:DocumentType><eid:IssuingState>D</eid:IssuingState><eid:DateOfExpiry>2029-10-31</eid:DateOfExpiry><eid:GivenNames>ERIKA</eid:GivenNames><eid:FamilyNames>MUSTERMANN</eid:FamilyNames>"
        + "<eid:DateOfBirth><eid:DateString>19640812</eid:DateString><eid:DateValue>1964-08-12</eid:DateValue></eid:DateOfBirth><eid:PlaceOfBirth><eid:FreetextPlace>BERLIN</eid:FreetextPlace></eid:PlaceOfBirth>"
        + "<eid:PlaceOfResidence><eid:StructuredPlace><eid:Street>HEIDESTRAẞE 17</eid:Street><eid:City>KÖLN</eid:City><eid:Country>D</eid:Country><eid:ZipCode>51147</eid:ZipCode></eid:StructuredPlace></eid:PlaceOfResidence>"
        + "<eid:RestrictedID><eid:ID>01A4FB509CEBC6595151A4FB5F9C75C6FE01A4FB59CB655A4FB5F9C75C6FEE00</eid:ID></eid:RestrictedID>",
        $"<eid:OperationsAllowedByUser>{string.Concat(EidServerOperation.Known.Select(operation => $"<eid:{operation}>ALLOWED</eid:{operation}>"))}</eid:OperationsAllowedByUser>");

    public static async Task RunAsync(bool quick)
    {
        using var service = ServerParties.Certificate("CN=service", Key);
        using var server = ServerParties.Certificate("CN=eid-server", Key);
        var rounds = Warmups + (quick ? 21 : 101);
        using var http = new HttpClient(new Answers(server, rounds * PerBatch));
        var client = EidServerClients.Create(ServerParties.Connection with { SigningCertificate = service, ServerCertificates = [server] }, http, new FakeTimeProvider(ServerParties.Now));
        var session = Sessions.Wanting([.. EidServerOperation.Known]);
        var times = new List<(double Whole, double Bare)>();
        for (var round = 0; round < rounds; round++)
            times.Add((await MicrosAsync(() => FetchAsync(client, session)), await MicrosAsync(() => Bare(service, server))));
        var measured = times.Skip(Warmups).ToList();
        Measurement.Report("eid.soap.getresult_us", Median(measured.Select(time => time.Whole)), "us");
        Measurement.Report("eid.soap.crypto_us", Median(measured.Select(time => time.Bare)), "us");
        Measurement.Report("eid.soap.vs_crypto", Median(measured.Select(time => time.Whole / time.Bare)), "x");
    }

    private static async Task FetchAsync(IEidServerClient client, EidServerSession session)
    {
        if (await client.GetResultAsync(session) is not EidServerResult.Verified)
            throw new InvalidOperationException("The result is not accepted: there is nothing to measure.");
    }

    // One signature made, one verified, over as many octets as a SignedInfo with two references has.
    private static Task Bare(X509Certificate2 service, X509Certificate2 server)
    {
        Span<byte> signedInfo = stackalloc byte[1100];
        using var own = service.GetRSAPrivateKey()!;
        using var foreign = server.GetRSAPublicKey()!;
        own.SignData(signedInfo, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreign.VerifyData(signedInfo, new byte[Key / 8], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Task.CompletedTask;
    }

    private static async Task<double> MicrosAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < PerBatch; round++)
            await work();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / PerBatch;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var ordered ? ordered[ordered.Length / 2] : 0;

    /// <summary>Answers made beforehand, each with a time of its own: none is accepted twice.</summary>
    private sealed class Answers(X509Certificate2 signer, int count) : HttpMessageHandler
    {
        private readonly Queue<byte[]> _answers = new(Enumerable.Range(0, count).Select(number =>
            Encoding.UTF8.GetBytes(new ForgedEnvelope(Content) { Signer = signer, Created = ServerParties.Now.AddMilliseconds(-number) }.ToXml())));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_answers.Dequeue()) });
    }
}
