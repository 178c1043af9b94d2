using BaseComponents.SecureMail;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>Signature and encryption over one another, so that a signature seems to cover what it does not.</summary>
internal static class OfLayers
{
    private static readonly Type Partly = typeof(SignatureVerdict.PartlySigned);

    public static IEnumerable<Forgery> All =>
    [
        new("signed over the ciphertext only", Partly, lab => Forge.Mail(Forge.Signed(lab.OfficeKey, Forge.Encrypted(Forge.Part, lab.SenderKey).TrimEnd())), Mathematics: true),
        new("another's ciphertext signed as one's own", Partly, lab => Forge.Mail(Forge.Signed(lab.AttackerKey, Forge.Encrypted(Forge.Part, lab.SenderKey).TrimEnd()), ForgeryLab.Attacker), Mathematics: true),
        new("sign-encrypt-sign, the attacker outside", Partly, lab => Forge.Mail(Forge.Signed(lab.AttackerKey, Forge.Encrypted(Forge.Signed(lab.OfficeKey), lab.SenderKey).TrimEnd())), Mathematics: true),
        new("sign-encrypt-sign, the attacker inside", Partly, lab => Forge.Mail(Forge.Signed(lab.OfficeKey, Forge.Encrypted(Forge.Signed(lab.AttackerKey), lab.SenderKey).TrimEnd())), Mathematics: true),
        new("the office's signed mail signed again by the attacker", typeof(SignatureVerdict.AddressMismatch), lab => Forge.Mail(Forge.Signed(lab.AttackerKey, Forge.Opaque(Forge.Signature(Forge.Part, lab.OfficeKey, detached: false)).TrimEnd())), Mathematics: true),
        new("the office's signed mail inside one of the attacker, as the office", typeof(SignatureVerdict.AddressMismatch), lab => Forge.Mail(Forge.Opaque(Forge.Signature(Forge.Signed(lab.OfficeKey), lab.AttackerKey, detached: false))), Mathematics: true),
        new("a signed part inside the encryption", Partly, lab => Forge.Mail(Forge.Encrypted(Beside(Forge.Signed(lab.OfficeKey)), lab.SenderKey))),
        new("five layers", typeof(SignatureVerdict.NotSigned), lab => Forge.Mail(Enumerable.Range(0, 5).Aggregate(Forge.Signed(lab.OfficeKey), (inner, _) => Forge.Encrypted(inner, lab.SenderKey)))),
    ];

    private static string Beside(string signed) =>
        $"Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: text/html\r\n\r\n<p>{ForgeryLab.Forged}</p>\r\n--o\r\n{signed}\r\n--o--\r\n";
}
