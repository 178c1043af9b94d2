using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>SignedData with whatever a test wants in it, signed properly over that (RFC 5652 section 5).</summary>
internal sealed class SignedDataMaker(ThrowAwayMailKey key)
{
    public const string Data = "1.2.840.113549.1.7.1";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string ContentType = "1.2.840.113549.1.9.3";
    public const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SignedData = "1.2.840.113549.1.7.2";

    public string Type { get; init; } = Data;

    public string Digest { get; init; } = Sha256;

    /// <summary>Attributes as they are signed: type and value. Null: none at all.</summary>
    public Func<byte[], IEnumerable<(string Type, byte[] Value)>>? Attributes { get; init; } = digest => [(ContentType, Oid(Data)), (MessageDigest, Octets(digest))];

    /// <summary>The certificates that go along; the signer's if null.</summary>
    public IReadOnlyList<byte[]>? Certificates { get; init; }

    public byte[] Detached(string content) => Make(Forge.Bytes(content), isInside: false);

    public byte[] Opaque(string content) => Make(Forge.Bytes(content), isInside: true);

    public static byte[] Oid(string oid) => Encode(writer => writer.WriteObjectIdentifier(oid));

    public static byte[] Octets(byte[] value) => Encode(writer => writer.WriteOctetString(value));

    public static byte[] Encode(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }

    public static byte[] Hash(string oid, byte[] content) => CryptographicOperations.HashData(NameOf(oid), content);

    private byte[] Make(byte[] content, bool isInside) => Encode(writer =>
    {
        using var certificate = X509Certificate2.CreateFromPem(key.CertificatePem);
        using var message = writer.PushSequence();
        writer.WriteObjectIdentifier(SignedData);
        using var outer = writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0));
        using var signedData = writer.PushSequence();
        writer.WriteInteger(1);
        using (writer.PushSetOf())
            WriteAlgorithm(writer, Digest);
        WriteContent(writer, content, isInside);
        using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            foreach (var other in Certificates ?? [certificate.RawData])
                writer.WriteEncodedValue(other);
        }

        using (writer.PushSetOf())
            WriteSigner(writer, certificate, content);
    });

    private void WriteContent(AsnWriter writer, byte[] content, bool isInside)
    {
        using var inner = writer.PushSequence();
        writer.WriteObjectIdentifier(Type);
        if (!isInside)
            return;
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            writer.WriteOctetString(content);
    }

    private void WriteSigner(AsnWriter writer, X509Certificate2 certificate, byte[] content)
    {
        using var signer = writer.PushSequence();
        writer.WriteInteger(1);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }

        WriteAlgorithm(writer, Digest);
        var attributes = Attributes is null ? null : EncodedAttributes(Attributes(Hash(Digest, content)));
        if (attributes is not null)
            writer.WriteEncodedValue([0xA0, .. attributes.AsSpan(1)]);
        WriteAlgorithm(writer, "1.2.840.113549.1.1.1");
        using var rsa = RSA.Create();
        rsa.ImportFromPem(key.KeyPem);
        writer.WriteOctetString(rsa.SignData(attributes ?? content, NameOf(Digest), RSASignaturePadding.Pkcs1));
    }

    private static byte[] EncodedAttributes(IEnumerable<(string Type, byte[] Value)> attributes) => Encode(writer =>
    {
        using var set = writer.PushSetOf();
        foreach (var (type, value) in attributes)
        {
            using var attribute = writer.PushSequence();
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
                writer.WriteEncodedValue(value);
        }
    });

    private static void WriteAlgorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            writer.WriteNull();
        }
    }

    private static HashAlgorithmName NameOf(string oid) => oid switch
    {
        "1.2.840.113549.2.5" => HashAlgorithmName.MD5,
        "1.3.14.3.2.26" => HashAlgorithmName.SHA1,
        _ => HashAlgorithmName.SHA256,
    };
}
