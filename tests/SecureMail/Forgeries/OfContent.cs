using BaseComponents.SecureMail;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>A good signature beside other content than the one it was made for.</summary>
internal static class OfContent
{
    private static string ForgedPart => Forge.Part.Replace("50 ", "5000 ", StringComparison.Ordinal);

    public static IEnumerable<Forgery> All =>
    [
        new("content replaced after signing", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity(ForgedPart, Forge.Signature(Forge.Part, lab.OfficeKey)))),
        new("content inside differs from the content beside", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity(ForgedPart, Forge.Signature(Forge.Part, lab.OfficeKey, detached: false)))),
        new("content inside, and the same beside", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity(Forge.Part, Forge.Signature(Forge.Part, lab.OfficeKey, detached: false)))),
        new("no content inside, and none beside", typeof(SecureMailException), lab => Forge.Mail(Forge.Opaque(Forge.Signature(Forge.Part, lab.OfficeKey)))),
        new("the signature of another mail", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity(Forge.Part, Forge.Signature("Content-Type: text/plain\r\n\r\nGuten Tag.", lab.OfficeKey)))),
        new("opaque content replaced", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Opaque(Replaced(Forge.Signature(Forge.Part, lab.OfficeKey, detached: false), "50 Euro", "99 Euro")))),
        new("type of the signed part changed", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity(Forge.Part.Replace("plain", "html", StringComparison.Ordinal), Forge.Signature(Forge.Part, lab.OfficeKey)))),
        new("transfer encoding added to the signed part", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity("Content-Transfer-Encoding: base64\r\n" + Forge.Part, Forge.Signature(Forge.Part, lab.OfficeKey)))),
        new("signature over the beginning only", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity(Forge.Part + "\r\n\r\n" + ForgeryLab.Forged, Forge.Signature(Forge.Part, lab.OfficeKey)))),
        new("signature over the end only", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity("X-Note: " + ForgeryLab.Forged + "\r\n" + Forge.Part, Forge.Signature(Forge.Part, lab.OfficeKey)))),
        new("signature over the first of two parts inside", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity(Two(Forge.Part, "Content-Type: text/html\r\n\r\n" + ForgeryLab.Forged), Forge.Signature(Forge.Part, lab.OfficeKey)))),
        new("hash of other content in the attributes", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity(ForgedPart, new SignedDataMaker(lab.OfficeKey)
        {
            Attributes = _ => [(SignedDataMaker.ContentType, SignedDataMaker.Oid(SignedDataMaker.Data)), (SignedDataMaker.MessageDigest, SignedDataMaker.Octets(SignedDataMaker.Hash(SignedDataMaker.Sha256, Forge.Bytes(Forge.Part))))],
        }.Detached(ForgedPart)))),
    ];

    private static string Two(string one, string other) => $"Content-Type: multipart/mixed; boundary=two\r\n\r\n--two\r\n{one}\r\n--two\r\n{other}\r\n--two--\r\n";

    private static byte[] Replaced(byte[] message, string old, string other)
    {
        var at = message.AsSpan().IndexOf(Forge.Bytes(old));
        Forge.Bytes(other).CopyTo(message, at);
        return message;
    }
}
