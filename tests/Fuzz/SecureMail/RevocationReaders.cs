using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Revocation;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;

namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>Lists of revoked certificates: whatever is changed in one, the revoked one never becomes good.</summary>
internal sealed class ListReader() : Reader("crl")
{
    public override void Read(byte[] input)
    {
        if (RevocationList.Read(input, MailParties.Authority, MailParties.Now)?.Of(MailParties.Revoked).State is RevocationState.Good)
            throw new WrongReadingException("A list says that the revoked certificate is good.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("revoked.crl", List(MailParties.Authority, MailParties.Revoked));
        yield return ("both.crl", List(MailParties.Authority, MailParties.Revoked, MailParties.Mailbox));
        yield return ("of-a-stranger.crl", List(Stranger()));
    }

    private static byte[] List(X509Certificate2 issuer, params X509Certificate2[] revoked)
    {
        var builder = new CertificateRevocationListBuilder();
        Array.ForEach(revoked, one => builder.AddEntry(one, MailParties.Now.AddDays(-2), X509RevocationReason.KeyCompromise));
        return builder.Build(issuer, BigInteger.One, MailParties.Now.AddYears(5), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, MailParties.Now.AddDays(-1));
    }

    // The name of the authority with another key.
    private static X509Certificate2 Stranger()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(MailParties.Authority.SubjectName, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(MailParties.Now.AddDays(-9), MailParties.Now.AddDays(9));
    }
}

/// <summary>Answers of responders: no change of one makes a revoked certificate good.</summary>
internal sealed class OcspReader() : Reader("ocsp-answer")
{
    private static readonly OcspQuestion _question = new(MailParties.Revoked, MailParties.Authority);

    public override void Read(byte[] input)
    {
        if (OcspAnswer.Read(input, _question, MailParties.Authority, MailParties.Now)?.State is RevocationState.Good)
            throw new WrongReadingException("An answer says that the revoked certificate is good.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var other = new OcspQuestion(MailParties.Mailbox, MailParties.Authority);
        yield return ("revoked.der", Answer(_question.Id, new RevokedStatus(MailParties.Now.UtcDateTime.AddDays(-1), CrlReason.KeyCompromise)));
        yield return ("unknown.der", Answer(_question.Id, new UnknownStatus()));
        yield return ("good-of-another.der", Answer(other.Id, null));
        yield return ("try-later.der", new OCSPRespGenerator().Generate(OcspRespStatus.TryLater, null).GetEncoded());
    }

    private static byte[] Answer(CertificateID about, CertificateStatus? status)
    {
        using var rsa = MailParties.Authority.GetRSAPrivateKey()!;
        var authority = OcspAnswer.Certificate(MailParties.Authority);
        var generator = new BasicOcspRespGenerator(new RespID(authority.SubjectDN));
        generator.AddResponse(about, status, MailParties.Now.UtcDateTime.AddMinutes(-5), MailParties.Now.UtcDateTime.AddYears(5), null);
        var signed = generator.Generate("SHA256WITHRSA", DotNetUtilities.GetRsaKeyPair(rsa).Private, [authority], MailParties.Now.UtcDateTime);
        return new OCSPRespGenerator().Generate(OcspRespStatus.Successful, signed).GetEncoded();
    }
}
