using System.Formats.Asn1;
using BaseComponents.SecureMail;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>Hashes that can be made to agree, and attributes that let a signature be read as one over something else.</summary>
internal static class OfAlgorithms
{
    private const string AlgorithmProtection = "1.2.840.113549.1.9.52";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string TimeStampInfo = "1.2.840.113549.1.9.16.1.4";

    public static IEnumerable<Forgery> All =>
    [
        new("MD5", typeof(SignatureVerdict.Unsuitable), lab => Detached(new SignedDataMaker(lab.OfficeKey) { Digest = "1.2.840.113549.2.5" })),
        new("SHA-1", typeof(SignatureVerdict.Unsuitable), lab => Detached(new SignedDataMaker(lab.OfficeKey) { Digest = "1.3.14.3.2.26" }), Mathematics: true),
        new("no signed attributes", typeof(SignatureVerdict.Unsuitable), lab => Detached(new SignedDataMaker(lab.OfficeKey) { Attributes = null }), Mathematics: true),
        new("signed attributes as content", typeof(SecureMailException), AttributesAsContent),
        new("no content type among the attributes", typeof(SignatureVerdict.Unsuitable), lab => Detached(With(lab, digest => [(SignedDataMaker.MessageDigest, SignedDataMaker.Octets(digest))]))),
        new("another content type among the attributes", typeof(SignatureVerdict.Unsuitable), lab => Detached(With(lab, digest => [(SignedDataMaker.ContentType, SignedDataMaker.Oid(TimeStampInfo)), Hash(digest)]))),
        new("content of another type", typeof(SignatureVerdict.Unsuitable), lab => Detached(new SignedDataMaker(lab.OfficeKey) { Type = TimeStampInfo, Attributes = digest => [(SignedDataMaker.ContentType, SignedDataMaker.Oid(TimeStampInfo)), Hash(digest)] })),
        new("content type given twice", typeof(SignatureVerdict.Unsuitable), lab => Detached(With(lab, digest => [Type, (SignedDataMaker.ContentType, SignedDataMaker.Oid(TimeStampInfo)), Hash(digest)]))),
        new("no hash among the attributes", typeof(SignatureVerdict.Tampered), lab => Detached(With(lab, _ => [Type]))),
        new("two hashes among the attributes", typeof(SignatureVerdict.Tampered), lab => Detached(With(lab, digest => [Type, Hash(digest), Hash(new byte[32])]))),
        new("algorithms in the attributes differ from the fields", typeof(SignatureVerdict.Tampered), lab => Detached(With(lab, digest => [Type, Hash(digest), (AlgorithmProtection, OtherAlgorithms())]))),
        new("another certificate in the attributes", typeof(SignatureVerdict.Tampered), lab => Detached(With(lab, digest => [Type, Hash(digest), (SigningCertificateV2, Naming(new byte[32]))]))),
    ];

    private static (string, byte[]) Type => (SignedDataMaker.ContentType, SignedDataMaker.Oid(SignedDataMaker.Data));

    private static (string, byte[]) Hash(byte[] digest) => (SignedDataMaker.MessageDigest, SignedDataMaker.Octets(digest));

    private static SignedDataMaker With(ForgeryLab lab, Func<byte[], IEnumerable<(string, byte[])>> attributes) => new(lab.OfficeKey) { Attributes = attributes };

    private static byte[] Detached(SignedDataMaker maker) => Forge.Mail(Forge.Entity(Forge.Part, maker.Detached(Forge.Part)));

    // The set of attributes that was signed is shown as if it were the content: the value of the signature fits.
    private static byte[] AttributesAsContent(ForgeryLab lab)
    {
        var attributes = SignedDataMaker.Encode(writer =>
        {
            using var set = writer.PushSetOf();
            using var attribute = writer.PushSequence();
            writer.WriteObjectIdentifier(SignedDataMaker.ContentType);
            using (writer.PushSetOf())
                writer.WriteObjectIdentifier(SignedDataMaker.Data);
        });
        return Forge.Mail(Forge.Opaque(new SignedDataMaker(lab.OfficeKey) { Attributes = null }.Opaque(System.Text.Encoding.Latin1.GetString(attributes))));
    }

    private static byte[] OtherAlgorithms() => SignedDataMaker.Encode(writer =>
    {
        using var sequence = writer.PushSequence();
        using (writer.PushSequence())
            writer.WriteObjectIdentifier("2.16.840.1.101.3.4.2.3");
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
            writer.WriteObjectIdentifier("1.2.840.113549.1.1.13");
    });

    private static byte[] Naming(byte[] hash) => SignedDataMaker.Encode(writer =>
    {
        using var all = writer.PushSequence();
        using var certificates = writer.PushSequence();
        using (writer.PushSequence())
            writer.WriteOctetString(hash);
    });
}
