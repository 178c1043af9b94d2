using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.Tests.Contracts.SecureMail;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>The same generators without the forgery: whoever refuses everything has proved nothing.</summary>
public sealed class ControlsTests(ForgeryLab lab) : IClassFixture<ForgeryLab>
{
    private static readonly IReadOnlyList<(string Name, Func<ForgeryLab, byte[]> Make)> Every =
    [
        ("a stranger by the same address after the office", lab => Forge.Mail(Forge.Entity(Forge.Part, OfSigners.By(lab.OfficeKey, lab.StrangerKey)))),
        ("detached", lab => Forge.Mail(Forge.Signed(lab.OfficeKey))),
        ("opaque", lab => Forge.Mail(Forge.Opaque(Forge.Signature(Forge.Part, lab.OfficeKey, detached: false)))),
        ("encrypted", lab => Forge.Mail(Forge.Encrypted(Forge.Signed(lab.OfficeKey), lab.SenderKey))),
        ("made by hand", lab => Forge.Mail(Forge.Entity(Forge.Part, new SignedDataMaker(lab.OfficeKey).Detached(Forge.Part)))),
        ("made by hand, opaque", lab => Forge.Mail(Forge.Opaque(new SignedDataMaker(lab.OfficeKey).Opaque(Forge.Part)))),
        ("a certificate on a curve", lab => Forge.Mail(Forge.Signed(lab.Mint.IssueKey(CertificateOrder.For(MailLab.Office))))),
        ("two addresses in the certificate", lab => Forge.Mail(Forge.Signed(lab.Mint.IssueKey(CertificateOrder.For(MailLab.Office) with { Addresses = ["x@y.example", MailLab.Office] })))),
        ("a second signer who is known", lab => Forge.Mail(Forge.Entity(Forge.Part, OfSigners.By(lab.OfficeKey, lab.AttackerKey)))),
        ("a stranger by the same address before the office", lab => Forge.Mail(Forge.Entity(Forge.Part, OfSigners.By(lab.StrangerKey, lab.OfficeKey)))),
        ("text before the first part, which is not shown", lab => Forge.Mail(Forge.Entity(Forge.Part, Forge.Signature(Forge.Part, lab.OfficeKey), preamble: ForgeryLab.Forged + "\r\n"))),
        ("text after the last part, which is not shown", lab => Forge.Mail(Forge.Signed(lab.OfficeKey) + ForgeryLab.Forged)),
        ("a name beside the address", lab => Forge.Mail(Forge.Signed(lab.OfficeKey), $"=?utf-8?q?Steueramt_Gr=C3=BCnstadt?= <{MailLab.Office}>")),
        ("the address as its own name", lab => Forge.Mail(Forge.Signed(lab.OfficeKey), $"\"{MailLab.Office}\" <{MailLab.Office}>")),
        ("in capital letters", lab => Forge.Mail(Forge.Signed(lab.OfficeKey), MailLab.Office.ToUpperInvariant())),
        ("the same in Sender", lab => Forge.Mail(Forge.Signed(lab.OfficeKey), $"{MailLab.Office}\r\nSender: Amt <{MailLab.Office}>")),
        ("the same in the signed header", lab => Forge.Mail(Forge.Signed(lab.OfficeKey, $"From: Amt <{MailLab.Office}>\r\n{Forge.Part}"))),
    ];

    public static TheoryData<string> Names => [.. Every.Select(control => control.Name)];

    /// <summary>Those that openssl verifies as they are; the encrypted one it would have to open first.</summary>
    public static TheoryData<string> Open => [.. Every.Select(control => control.Name).Where(name => name != "encrypted")];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task IsValidAndShowsWhatWasSigned(string name)
    {
        var mail = await lab.ReadAsync(Make(name));

        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        (mail.Text, mail.From?.ToLowerInvariant()).Should().Be(("Zahlen Sie 50 Euro.", MailLab.Office));
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task OpensslSaysYesToo(string name)
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("mail.eml", Make(name));

        (await openssl.RunAsync("cms", "-verify", "-noverify", "-in", "mail.eml", "-out", "content")).Should().Contain("successful");
        Encoding.ASCII.GetString(openssl.Read("content")).Should().Contain("Zahlen Sie 50 Euro.");
    }

    private byte[] Make(string name) => Every.Single(control => control.Name == name).Make(lab);
}
