using System.Numerics;
using BaseComponents.Sandbox.Internal;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;

namespace BaseComponents.Sandbox.Mail.Trust;

/// <summary>Answers whether a mail certificate is revoked (RFC 6960), with a certificate that the authority issued for it.</summary>
internal sealed class OcspResponder(IssuedCertificates certificates, SigningKey own, SigningKey foreign, SandboxFaults faults, TimeProvider clock)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(1);

    public byte[] Answer(byte[] question)
    {
        try
        {
            var request = new OcspReq(question);
            // Number by number, since the questions of one request are about certificates of one issuer as a rule and of several by right.
            return Successful(request, faults.Take(MailFaults.OcspLying) is null ? own : foreign);
        }
        catch (Exception exception) when (exception is IOException or OcspException or ArgumentException or InvalidCastException or InvalidOperationException)
        {
            return new OCSPRespGenerator().Generate(OcspRespStatus.MalformedRequest, null).GetEncoded();
        }
    }

    private byte[] Successful(OcspReq request, SigningKey by)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var answer = new BasicOcspRespGenerator(new RespID(by.Certificate.SubjectDN));
        foreach (var single in request.GetRequestList())
            answer.AddResponse(single.GetCertID(), by == own ? StatusOf(single.GetCertID()) : CertificateStatus.Good, now, now + ValidFor, null);
        if (request.RequestExtensions?.GetExtension(OcspObjectIdentifiers.PkixOcspNonce) is { } nonce)
            answer.SetResponseExtensions(new X509Extensions(new Dictionary<Org.BouncyCastle.Asn1.DerObjectIdentifier, X509Extension> { [OcspObjectIdentifiers.PkixOcspNonce] = nonce }));
        return new OCSPRespGenerator().Generate(OcspRespStatus.Successful, answer.Generate(by.Signer, [by.Certificate], now)).GetEncoded();
    }

    private CertificateStatus? StatusOf(CertificateID id)
    {
        var number = new BigInteger(id.SerialNumber.ToByteArray(), isBigEndian: true);
        if (!id.MatchesIssuer(SigningKey.Read(certificates.Root)) || !certificates.IsIssued(number))
            return new UnknownStatus();
        return certificates.IsRevoked(number) || faults.Take(MailFaults.OcspRevoked) is not null
            ? new RevokedStatus(clock.GetUtcNow().UtcDateTime.AddDays(-9), CrlReason.KeyCompromise)
            : CertificateStatus.Good;
    }
}
