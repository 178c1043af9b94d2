using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.SecureMail.Internal.Revocation;
using BaseComponents.Tests.SecureMail.ForeignAddresses;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;

namespace BaseComponents.Tests.SecureMail.Revocation;

/// <summary>An authority whose certificates name a list and a responder on this machine, which say what a test tells them to.</summary>
internal sealed class RevocationPlace : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly TestWeb _web;

    public RevocationPlace(TimeProvider clock)
    {
        (_clock, Mint) = (clock, new CertificateMint(clock, "CN=Revoking Authority"));
        _web = new TestWeb((request, stream) => AnswerAsync(request.StartsWith("POST", StringComparison.Ordinal) ? Answer : List, stream));
    }

    public CertificateMint Mint { get; }

    public byte[]? List { get; set; }

    public byte[]? Answer { get; set; }

    public int Asked => _web.Asked.Count;

    public CertificateOrder OrderWithList(string address) => CertificateOrder.For(address) with { List = new Uri(_web.LocalAddress, "list.crl") };

    public CertificateOrder OrderWithResponder(string address) => CertificateOrder.For(address) with { Responder = new Uri(_web.LocalAddress, "ocsp") };

    /// <summary>An answer about a certificate, by the authority or by somebody else.</summary>
    public byte[] AnswerOn(X509Certificate2 certificate, CertificateStatus? status, X509Certificate2? by = null)
    {
        using var key = (by ?? Mint.Root).GetRSAPrivateKey();
        var now = _clock.GetUtcNow().UtcDateTime;
        var signer = OcspAnswer.Certificate(by ?? Mint.Root);
        var generator = new BasicOcspRespGenerator(new RespID(signer.SubjectDN));
        generator.AddResponse(new OcspQuestion(certificate, Mint.Root).Id, status, now.AddMinutes(-5), now.AddDays(1), null);
        var answer = generator.Generate("SHA256WITHRSA", DotNetUtilities.GetRsaKeyPair(key!).Private, [signer], now);
        return new OCSPRespGenerator().Generate(OcspRespStatus.Successful, answer).GetEncoded();
    }

    public void Dispose()
    {
        _web.Dispose();
        Mint.Dispose();
    }

    private static async Task AnswerAsync(byte[]? content, Stream stream)
    {
        if (content is null)
            return;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(content);
    }
}
