using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Wire.Cms.Signed;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>A time stamp (RFC 3161): somebody signs that a hash was there at a time. Whether that somebody is believed is not decided here.</summary>
/// <param name="Time">When.</param>
/// <param name="Certificate">Who says so.</param>
/// <param name="Certificates">What came along.</param>
internal sealed record TimeStamp(DateTimeOffset Time, X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Certificates)
{
    private const int MaxLength = 64 * 1024;

    /// <summary>Null unless it is intact, uses accepted algorithms, names its signer's certificate (RFC 5816) and is over this very hash.</summary>
    public static TimeStamp? Read(byte[] token, Func<HashAlgorithmName, byte[]?> hashOf)
    {
        if (token.Length > MaxLength)
            return null;
        try
        {
            using var reader = new SignedDataReader(new MemoryStream(token, writable: false), CmsOids.TimeStampInfo);
            using var info = new MemoryStream();
            reader.Content?.CopyTo(info);
            return reader.Content is null || TimeOf(info.ToArray(), hashOf) is not { } time ? null : By(reader.Finish(), time);
        }
        catch (Exception exception) when (exception is CmsException or AsnContentException)
        {
            // It came from outside and says nothing that can be read.
            return null;
        }
    }

    private static TimeStamp? By(CmsSignatures message, DateTimeOffset time) =>
        message.Signers is [{ State: SignatureState.Intact, IsAcceptable: true, Certificate: { } certificate, Signer.Attributes: { } attributes }] && attributes.Has(CmsOids.SigningCertificateV2)
            ? new TimeStamp(time, certificate, message.Certificates)
            : null;

    // TSTInfo (RFC 3161 section 2.4.2). Accuracy and order are not needed: a second more or less decides nothing here.
    private static DateTimeOffset? TimeOf(byte[] info, Func<HashAlgorithmName, byte[]?> hashOf)
    {
        var fields = new AsnReader(info, AsnEncodingRules.DER).ReadSequence();
        if (!fields.TryReadInt32(out var version) || version != 1)
            return null;
        fields.ReadObjectIdentifier();
        var imprint = fields.ReadSequence();
        var (algorithm, hash) = (AlgorithmIdentifier.Read(imprint).Oid, imprint.ReadOctetString());
        fields.ReadIntegerBytes();
        var time = fields.ReadGeneralizedTime();
        return CmsHash.IsGood(algorithm) && CmsHash.Find(algorithm) is { } name && hashOf(name) is { } expected && CryptographicOperations.FixedTimeEquals(expected, hash)
            ? time
            : null;
    }
}
