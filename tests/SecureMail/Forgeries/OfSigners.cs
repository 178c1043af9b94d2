using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>Signed by nobody, by somebody else, or by several of whom one is wrong.</summary>
internal static class OfSigners
{
    public static IEnumerable<Forgery> All =>
    [
        new("no signature at all", typeof(SignatureVerdict.NotSigned), _ => Forge.Mail(Forge.Part)),
        new("signed data without a signer", typeof(SignatureVerdict.NotSigned), lab => Forge.Mail(Forge.Entity(Forge.Part, WithoutSigner(lab.OfficeKey, detached: true)))),
        new("opaque signed data without a signer", typeof(SignatureVerdict.NotSigned), lab => Forge.Mail(Forge.Opaque(WithoutSigner(lab.OfficeKey, detached: false)))),
        new("signed by somebody else", typeof(SignatureVerdict.AddressMismatch), lab => Forge.Mail(Forge.Signed(lab.AttackerKey)), Mathematics: true),
        new("signed by somebody else, opaque", typeof(SignatureVerdict.AddressMismatch), lab => Forge.Mail(Forge.Opaque(Forge.Signature(Forge.Part, lab.AttackerKey, detached: false))), Mathematics: true),
        new("signed by somebody else and encrypted", typeof(SignatureVerdict.AddressMismatch), lab => Forge.Mail(Forge.Encrypted(Forge.Signed(lab.AttackerKey), lab.SenderKey))),
        new("a stranger's authority for the office's address", typeof(SignatureVerdict.UnknownSigner), lab => Forge.Mail(Forge.Signed(lab.StrangerKey)), Mathematics: true),
        new("a certificate of the attacker's own making", typeof(SignatureVerdict.UnknownSigner), lab => Forge.Mail(Forge.Signed(SelfSigned(lab, "CN=Amt"))), Mathematics: true),
        new("self-signed, by the name of the trusted authority", typeof(SignatureVerdict.UnknownSigner), lab => Forge.Mail(Forge.Signed(SelfSigned(lab, "CN=Throw-away mail authority"))), Mathematics: true),
        new("two signers: a stranger as the office, the attacker as themselves", typeof(SignatureVerdict.UnknownSigner), lab => Forge.Mail(Forge.Entity(Forge.Part, By(lab.StrangerKey, lab.AttackerKey))), Mathematics: true),
        new("two signers: the attacker's is good, the office's is of another content", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity(Forge.Part, WithSignerOf(lab)))),
        new("the signer's certificate is left out", typeof(SignatureVerdict.UnknownSigner), lab => Forge.Mail(Forge.Entity(Forge.Part, new SignedDataMaker(lab.OfficeKey) { Certificates = [] }.Detached(Forge.Part)))),
        new("the office's certificate under the attacker's signature", typeof(SignatureVerdict.Tampered), lab => Forge.Mail(Forge.Entity(Forge.Part, UnderForeignName(lab, isReal: true)))),
        new("a twin of the office's certificate, same issuer and number", typeof(SignatureVerdict.UnknownSigner), lab => Forge.Mail(Forge.Entity(Forge.Part, UnderForeignName(lab, isReal: false))), Mathematics: true),
        new("a leaf plays authority", typeof(SignatureVerdict.UnknownSigner), lab => Forge.Mail(Forge.Entity(Forge.Part, ByLeaf(lab))), Mathematics: true),
    ];

    /// <summary>Good signatures by all of them.</summary>
    public static byte[] By(params ThrowAwayMailKey[] keys)
    {
        var message = new SignedCms(new ContentInfo(Forge.Bytes(Forge.Part)), detached: true);
        foreach (var key in keys)
        {
            var signer = Forge.Signer(key);
            signer.SignedAttributes.Add(new Pkcs9SigningTime(Forge.ClaimedTime));
            message.ComputeSignature(signer);
        }

        return message.Encode();
    }

    private static byte[] WithoutSigner(ThrowAwayMailKey key, bool detached)
    {
        var message = new SignedCms(new ContentInfo(Forge.Bytes(Forge.Part)), detached);
        message.ComputeSignature(Forge.Signer(key));
        message.RemoveSignature(0);
        return message.Encode();
    }

    private static ThrowAwayMailKey SelfSigned(ForgeryLab lab, string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in CertificateOrder.For(MailLab.Office).Extensions())
            request.CertificateExtensions.Add(extension);
        using var certificate = request.CreateSelfSigned(lab.Clock.GetUtcNow().AddDays(-1), lab.Clock.GetUtcNow().AddDays(90));
        return CertificateMint.KeyOf(certificate, MailLab.Office);
    }

    // The office's signature is a real one, of another mail.
    private static byte[] WithSignerOf(ForgeryLab lab)
    {
        var message = By(lab.AttackerKey, lab.OfficeKey);
        message[^1] ^= 1;
        return message;
    }

    private static byte[] UnderForeignName(ForgeryLab lab, bool isReal)
    {
        using var real = X509Certificate2.CreateFromPem(lab.OfficeKey.CertificatePem);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(real.SubjectName, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in CertificateOrder.For(MailLab.Office).Extensions())
            request.CertificateExtensions.Add(extension);
        using var twin = request.Create(
            real.IssuerName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), real.NotBefore, real.NotAfter, real.SerialNumberBytes.Span);
        var forger = new ThrowAwayMailKey(MailLab.Office, twin.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
        return new SignedDataMaker(forger) { Certificates = [isReal ? real.RawData : twin.RawData] }.Detached(Forge.Part);
    }

    private static byte[] ByLeaf(ForgeryLab lab)
    {
        using var leaf = X509Certificate2.CreateFromPem(lab.AttackerKey.CertificatePem, lab.AttackerKey.KeyPem);
        using var leafKey = leaf.GetRSAPrivateKey()!;
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Amt", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in CertificateOrder.For(MailLab.Office).Extensions())
            request.CertificateExtensions.Add(extension);
        using var issued = request.Create(
            leaf.SubjectName, X509SignatureGenerator.CreateForRSA(leafKey, RSASignaturePadding.Pkcs1), leaf.NotBefore, leaf.NotAfter, RandomNumberGenerator.GetBytes(8));
        var forger = new ThrowAwayMailKey(MailLab.Office, issued.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
        return new SignedDataMaker(forger) { Certificates = [issued.RawData, leaf.RawData] }.Detached(Forge.Part);
    }
}
