using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>A list of the certificates that an issuer has revoked, signed by that issuer (RFC 5280 section 5).</summary>
internal sealed class RevocationList : IRevocationProof
{
    private readonly X509Crl _list;

    private RevocationList(X509Crl list, DateTimeOffset nextUpdate) => (_list, NextUpdate) = (list, nextUpdate);

    /// <summary>From then on a newer one is out.</summary>
    public DateTimeOffset NextUpdate { get; }

    /// <summary>Null unless it is the issuer's, and of now.</summary>
    public static RevocationList? Read(byte[] encoded, X509Certificate2 issuer, DateTimeOffset now)
    {
        try
        {
            var list = new X509CrlParser().ReadCrl(encoded);
            return list is not null && IsBy(list, issuer) && At(list, now) is { } nextUpdate ? new RevocationList(list, nextUpdate) : null;
        }
        catch (Exception exception) when (exception is GeneralSecurityException or IOException or ArgumentException or InvalidOperationException or FormatException)
        {
            // It came from outside and says nothing that can be read.
            return null;
        }
    }

    /// <summary>Whether it has the form of a list, whoever's it is.</summary>
    public static bool IsList(byte[] encoded)
    {
        try
        {
            return new X509CrlParser().ReadCrl(encoded) is not null;
        }
        catch (Exception exception) when (exception is GeneralSecurityException or IOException or ArgumentException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    // The parsed list is large enough to be kept once; what was signed is the same when it is written again.
    public string ToPem() => PemEncoding.WriteString(RevocationPem.List, _list.GetEncoded());

    public RevocationFinding Of(X509Certificate2 certificate) => RevocationFinding.By(this, StateOf(certificate));

    private RevocationState StateOf(X509Certificate2 certificate)
    {
        if (_list.GetRevokedCertificate(new BigInteger(1, certificate.SerialNumberBytes.Span)) is not null)
            return RevocationState.Revoked;
        return ListScope.Covers(_list, certificate) ? RevocationState.Good : RevocationState.Unknown;
    }

    private static bool IsBy(X509Crl list, X509Certificate2 issuer)
    {
        if (!ListSignature.IsGood(list.SignatureAlgorithm) || !list.IssuerDN.GetDerEncoded().AsSpan().SequenceEqual(issuer.SubjectName.RawData) || !MaySignLists(issuer))
            return false;
        list.Verify(new X509CertificateParser().ReadCertificate(issuer.RawData).GetPublicKey());
        return true;
    }

    // A certificate without the extension allows every use (RFC 5280 section 4.2.1.3).
    private static bool MaySignLists(X509Certificate2 issuer) =>
        issuer.Extensions.OfType<X509KeyUsageExtension>().All(static usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign));

    private static DateTimeOffset? At(X509Crl list, DateTimeOffset now)
    {
        if (list.NextUpdate is not { } next)
            return null;
        var (from, to) = (new DateTimeOffset(list.ThisUpdate.ToUniversalTime()), new DateTimeOffset(next.ToUniversalTime()));
        return from <= now + ClockSkew.Allowed && now < to ? to : null;
    }
}
