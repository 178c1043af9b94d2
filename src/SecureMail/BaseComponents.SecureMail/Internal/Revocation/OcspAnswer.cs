using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>What a responder says of one certificate, if it is the one that may (RFC 6960 section 4.2).</summary>
/// <param name="State">What it says.</param>
/// <param name="NextUpdate">Until then the answer counts; null where it counts for this moment only.</param>
/// <param name="Encoded">As it came.</param>
internal sealed record OcspAnswer(RevocationState State, DateTimeOffset? NextUpdate, byte[] Encoded) : IRevocationProof
{
    private const string ResponderPurpose = "1.3.6.1.5.5.7.3.9";

    /// <summary>An answer without an end is for now: this old at most.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(1);

    /// <summary>Null unless the answer is to this question, of now, and by the issuer or somebody the issuer has named for it.</summary>
    public static OcspAnswer? Read(byte[] encoded, OcspQuestion question, X509Certificate2 issuer, DateTimeOffset now)
    {
        try
        {
            return new OcspResp(encoded) is { Status: OcspRespStatus.Successful } outer && outer.GetResponseObject() is BasicOcspResp answer && IsTo(answer, question) && IsBy(answer, issuer, now)
                ? Find(answer, question, now, encoded)
                : null;
        }
        catch (Exception exception) when (exception is OcspException or GeneralSecurityException or CryptographicException or IOException or ArgumentException or InvalidOperationException or InvalidCastException)
        {
            // It came from outside and says nothing that can be read.
            return null;
        }
    }

    public string ToPem() => PemEncoding.WriteString(RevocationPem.Answer, Encoded);

    public static Org.BouncyCastle.X509.X509Certificate Certificate(X509Certificate2 certificate) => new X509CertificateParser().ReadCertificate(certificate.RawData);

    // Many responders prepare their answers and leave the number out; one that repeats another number answers somebody else.
    private static bool IsTo(BasicOcspResp answer, OcspQuestion question) => answer.GetExtensionValue(OcspObjectIdentifiers.PkixOcspNonce) is not { } nonce
        || (Asn1OctetString.GetInstance(nonce.GetOctets()) is { } repeated && CryptographicOperations.FixedTimeEquals(repeated.GetOctets(), question.Nonce));

    private static bool IsBy(BasicOcspResp answer, X509Certificate2 issuer, DateTimeOffset now)
    {
        if (!ListSignature.IsGood(BasicOcspResponse.GetInstance(answer.GetEncoded()).SignatureAlgorithm))
            return false;
        var authority = Certificate(issuer);
        if (answer.Verify(authority.GetPublicKey()))
            return true;
        return answer.GetCerts().Any(delegated => IsDelegate(delegated, authority, now) && answer.Verify(delegated.GetPublicKey()));
    }

    // RFC 6960 section 4.2.2.2: issued by the very authority that issued the certificate asked about, and for this purpose.
    private static bool IsDelegate(Org.BouncyCastle.X509.X509Certificate delegated, Org.BouncyCastle.X509.X509Certificate authority, DateTimeOffset now)
    {
        if (!delegated.IssuerDN.Equivalent(authority.SubjectDN) || !delegated.IsValid(now.UtcDateTime) || !ListSignature.IsGood(delegated.SignatureAlgorithm)
            || delegated.GetExtendedKeyUsage()?.Any(static purpose => purpose.Id == ResponderPurpose) is not true)
        {
            return false;
        }

        delegated.Verify(authority.GetPublicKey());
        return true;
    }

    private static OcspAnswer? Find(BasicOcspResp answer, OcspQuestion question, DateTimeOffset now, byte[] encoded)
    {
        if (answer.Responses.FirstOrDefault(single => single.GetCertID().Equals(question.Id)) is not { } found)
            return null;
        var (from, to) = (new DateTimeOffset(found.ThisUpdate.ToUniversalTime()), found.NextUpdate is { } next ? new DateTimeOffset(next.ToUniversalTime()) : (DateTimeOffset?)null);
        if (from > now + ClockSkew.Allowed || now >= (to ?? (from + FreshFor)))
            return null;
        return new OcspAnswer(StateOf(found.GetCertStatus()), to, encoded);
    }

    private static RevocationState StateOf(object? status) => status switch
    {
        null => RevocationState.Good,
        RevokedStatus => RevocationState.Revoked,
        // The responder does not know the certificate: an authority that never issued it cannot vouch for it.
        _ => RevocationState.Unknown,
    };
}
