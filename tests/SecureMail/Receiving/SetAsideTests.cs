using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.Tests.SecureMail.Composing;

namespace BaseComponents.Tests.SecureMail.Receiving;

/// <summary>What cannot be handed out is put aside with its reason, and stops nobody.</summary>
public sealed class SetAsideTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private readonly DropLab _drop = new();

    public void Dispose() => _drop.Dispose();

    [Fact]
    public async Task HostileMailIsSetAsideAndTheOthersCome()
    {
        var sealedMail = await lab.SealAsync(new SecureMessage { To = [MailLab.Office], Subject = "Antrag", Text = "geheim" });
        _drop.Deliver(new byte[70_000], "a");
        _drop.Deliver(Nested(60), "b");
        _drop.Deliver(await ForAnotherAsync(), "c");
        _drop.Deliver(Encoding.ASCII.GetBytes("From: x@citizen.example\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n"), "d");
        _drop.Deliver([], "e");
        _drop.Deliver(sealedMail, "f");
        await using var services = _drop.Services(lab, mail: options => options.Limits.MaxIncomingSize = 60_000);

        var handed = await DropLab.ReceiveAsync(services, 1);

        handed.Should().ContainSingle(mail => mail.Subject == "Antrag" && mail.Verdict is SignatureVerdict.Valid);
        string[] reasons = [.. _drop.Files("set-aside").Select(name => name.Split('.')[^2]).Order()];
        reasons.Should().BeEquivalentTo("TooLarge", "Malformed", "CannotDecrypt", "Malformed", "Malformed");
        _drop.Logs.All.Should().NotContain("citizen").And.NotContain("stadt.example").And.NotContain("Antrag").And.NotContain(_drop.Root);
    }

    [Fact]
    public async Task MailWithoutAValidSignatureIsSetAsideWhereTheSettingsSaySo()
    {
        _drop.Deliver(DropLab.Plain("unsigned"));
        _drop.Deliver(await lab.SealAsync(new SecureMessage { To = [MailLab.Office], Subject = "signed", Text = "x" }));
        await using var services = _drop.Services(lab, options => options.SetAsideUnlessValid = true);

        (await DropLab.ReceiveAsync(services, 1)).Single().Subject.Should().Be("signed");

        _drop.Files("set-aside").Should().ContainSingle().Which.Should().EndWith(".NotValid.eml");
    }

    private static byte[] Nested(int depth)
    {
        var mail = new StringBuilder("From: x@citizen.example\r\nMIME-Version: 1.0\r\n");
        for (var level = 0; level < depth; level++)
            mail.Append("Content-Type: multipart/mixed; boundary=b").Append(level).Append("\r\n\r\n--b").Append(level).Append("\r\n");
        return Encoding.ASCII.GetBytes(mail.Append("\r\nx\r\n").ToString());
    }

    private async Task<byte[]> ForAnotherAsync()
    {
        var stranger = lab.Authority.Issue("fremd@amt.example");
        return await lab.SealAsync(new SecureMessage { To = ["fremd@amt.example"], Subject = "x", Text = "y" }, options => options.Recipients = [stranger.ToRecipient()]);
    }
}
