using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>A certificate of the trusted authority that must not do for this mail.</summary>
internal static class OfCertificates
{
    private static readonly CertificateOrder Good = CertificateOrder.For(MailLab.Office);

    public static IEnumerable<Forgery> All =>
    [
        new("expired", typeof(SignatureVerdict.Expired), lab => Signed(lab, Good with { From = Ago(lab, 700), Until = Ago(lab, 1) }), Mathematics: true),
        new("expired, and dated back", typeof(SignatureVerdict.Expired), lab => DatedBack(lab, lab.Mint.IssueKey(Good with { From = Ago(lab, 700), Until = Ago(lab, 1) }), Ago(lab, 30)), Mathematics: true),
        new("not valid yet", typeof(SignatureVerdict.Expired), lab => Signed(lab, Good with { From = Ago(lab, -2), Until = Ago(lab, -90) }), Mathematics: true),
        new("not valid yet, and dated ahead", typeof(SignatureVerdict.Expired), lab => DatedBack(lab, lab.Mint.IssueKey(Good with { From = Ago(lab, -2), Until = Ago(lab, -90) }), Ago(lab, -3)), Mathematics: true),
        new("revoked", typeof(SignatureVerdict.Revoked), lab => Forge.Mail(Forge.Signed(lab.RevokedKey)), Mathematics: true),
        new("revoked, and dated back", typeof(SignatureVerdict.Revoked), lab => DatedBack(lab, lab.RevokedKey, Ago(lab, 30)), Mathematics: true),
        new("for servers", typeof(SignatureVerdict.Unsuitable), lab => Signed(lab, Good with { Purposes = ["1.3.6.1.5.5.7.3.1"] }), Mathematics: true),
        new("for time stamps", typeof(SignatureVerdict.Unsuitable), lab => Signed(lab, Good with { Purposes = [CertificateOrder.TimeStamping] }), Mathematics: true),
        new("for no purpose by name", typeof(SignatureVerdict.Unsuitable), lab => Signed(lab, Good with { Purposes = [] }), Mathematics: true),
        new("for any purpose", typeof(SignatureVerdict.Unsuitable), lab => Signed(lab, Good with { Purposes = ["2.5.29.37.0"] }), Mathematics: true),
        new("for encrypting only", typeof(SignatureVerdict.Unsuitable), lab => Signed(lab, Good with { Usage = X509KeyUsageFlags.KeyEncipherment }), Mathematics: true),
        new("for signing certificates only", typeof(SignatureVerdict.Unsuitable), lab => Signed(lab, Good with { Usage = X509KeyUsageFlags.KeyCertSign }), Mathematics: true),
        new("an authority's own", typeof(SignatureVerdict.Unsuitable), lab => Signed(lab, Good with { IsAuthority = true, Usage = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature }), Mathematics: true),
        new("a key of 1024 bit", typeof(SignatureVerdict.Unsuitable), lab => Forge.Mail(Forge.Signed(lab.Authority.Issue(MailLab.Office, CertificateOrder.EmailProtection, X509KeyUsageFlags.DigitalSignature, keySize: 1024))), Mathematics: true),
        new("the address in the common name only", typeof(SignatureVerdict.AddressMismatch), lab => Signed(lab, Good with { Addresses = [] }), Mathematics: true),
        new("the address in the distinguished name only", typeof(SignatureVerdict.AddressMismatch), lab => Signed(lab, Good with { Subject = $"E={MailLab.Office}, CN=Amt", Addresses = [] }), Mathematics: true),
        new("another address in the alternative name", typeof(SignatureVerdict.AddressMismatch), lab => Signed(lab, Good with { Addresses = ["ordnungsamt@amt.example"] }), Mathematics: true),
        new("a pattern in the alternative name", typeof(SignatureVerdict.AddressMismatch), lab => Signed(lab, Good with { Addresses = ["*@amt.example"] }), Mathematics: true),
        new("the domain alone in the alternative name", typeof(SignatureVerdict.AddressMismatch), lab => Signed(lab, Good with { Addresses = ["amt.example", "@amt.example"] }), Mathematics: true),
        new("an end of text in the alternative name", typeof(SignatureVerdict.AddressMismatch), lab => Signed(lab, Good with { Addresses = [$"{MailLab.Office}\0.boese.example"] }), Mathematics: true),
        new("brackets in the alternative name", typeof(SignatureVerdict.AddressMismatch), lab => Signed(lab, Good with { Addresses = [$"<{MailLab.Office}>"] }), Mathematics: true),
    ];

    private static DateTimeOffset Ago(ForgeryLab lab, int days) => lab.Clock.GetUtcNow().AddDays(-days);

    private static byte[] Signed(ForgeryLab lab, CertificateOrder order) => Forge.Mail(Forge.Signed(lab.Mint.IssueKey(order)));

    private static byte[] DatedBack(ForgeryLab lab, ThrowAwayMailKey key, DateTimeOffset time)
    {
        var signer = Forge.Signer(key);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(time.UtcDateTime));
        return Forge.Mail(Forge.Entity(Forge.Part, Forge.Signature(Forge.Part, signer)));
    }
}
