using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Smtp;
using MimeKit;

namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>
/// Headers that a stranger writes who hands a mail straight to the mailbox's server. The first line is the name it gives in EHLO, which that server writes into its own Received header on top; the rest is the mail. No
/// mark of the gateway may be believed.
/// </summary>
internal sealed class GatewayMarkReader() : Reader("gateway-marks")
{
    private const string Below = "Received: from a.example (a.example [203.0.113.7]) by smgw.land.example with ESMTP id 1; Fri, 27 Nov 2026 10:00:00 +0100\r\nX-Gateway: yes\r\n";

    public override void Read(byte[] input)
    {
        var text = Encoding.Latin1.GetString(input);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var name = new string([.. (end < 0 ? text : text[..end]).Where(c => !char.IsControl(c)).Take(255)]);
        var mail = $"Received: from {name} (unknown [203.0.113.5]) by mail.stadt.example (Postfix) with ESMTPS id 1; Fri, 27 Nov 2026 10:00:00 +0100\r\n{(end < 0 ? Below : text[(end + 1)..])}";
        foreach (var removes in (bool[])[false, true])
        {
            if (Marks(mail, removes) != GatewayMark.None)
                throw new WrongReadingException("A stranger's mark was believed.");
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("name.txt", Bytes("smgw.land.example\nX-Gateway: yes\r\n" + Below + "Subject: [ok] x\r\n\r\n"));
        yield return ("by.txt", Bytes("a ([10.1.2.3]) by mail.stadt.example\n" + Below + "\r\n"));
        yield return ("open.txt", Bytes("a ([10.1.2.3]) by mail.stadt.example (x\n" + Below + "\r\n"));
        yield return ("end.txt", Bytes("a ([10.1.2.3]) by mail.stadt.example;\n" + Below + "\r\n"));
        yield return ("literal.txt", Bytes("[10.1.2.3]\n" + Below + "\r\n"));
        yield return ("second.txt", Bytes("x\nReceived: from smgw.land.example (smgw.land.example [10.1.2.3]) by mail.stadt.example with ESMTP; Fri, 27 Nov 2026 10:00:00 +0100\r\n" + Below + "\r\n"));
    }

    private static GatewayMark Marks(string mail, bool removes)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(mail));
        try
        {
            return GatewayMarks.Of(HeaderList.Load(stream), new GatewayMarkOptions
            {
                MailboxServer = "mail.stadt.example",
                GatewayServer = "smgw.land.example",
                GatewayAddresses = ["10.1.2.3"],
                RemovesForgedMarks = removes,
                Marks = [new() { Header = "X-Gateway", Value = "yes", Meaning = GatewayMark.SignatureGood }, new() { SubjectTag = "[ok]", Meaning = GatewayMark.Decrypted }],
            });
        }
        catch (FormatException)
        {
            // No header at all.
            return GatewayMark.None;
        }
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}

/// <summary>Subjects from forms: none may hold a word that the gateway obeys when it has been broken up.</summary>
internal sealed class SubjectReader() : Reader("subject-words")
{
    private static readonly ControlWords _words = new(["[plain]", "NOCRYPT", "CRYPT", "end-to-end"]);

    public override void Read(byte[] input)
    {
        try
        {
            if (_words.AreIn(_words.BreakUp(Encoding.UTF8.GetString(input)).Text))
                throw new WrongReadingException("A word was left.");
        }
        catch (SecureMailException)
        {
            // A subject of nothing else.
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("plain.txt", Encoding.UTF8.GetBytes("Antrag [plain] NOCRYPT"));
        yield return ("wide.txt", Encoding.UTF8.GetBytes("［ｐｌａｉｎ］ \u200B𝐍𝐎𝐂𝐑𝐘𝐏𝐓"));
        yield return ("strange.txt", Encoding.UTF8.GetBytes("【рlаіn】 end\u2011to\u2014end ⓒⓡⓨⓟⓣ"));
    }
}

/// <summary>Answers of mail servers, which end in logs: without addresses of this mail, without control characters, short.</summary>
internal sealed class SmtpReplyReader() : Reader("smtp-reply")
{
    private static readonly MailboxAddress[] _people = [new(null, "steueramt@amt.example"), new(null, "antrag@stadt.example")];

    public override void Read(byte[] input)
    {
        var text = ReplyText.Scrub(Encoding.UTF8.GetString(input), _people);
        if (text.Length > 200 || text.Any(char.IsControl) || text.Contains('@', StringComparison.Ordinal) || text.Contains("steueramt", StringComparison.OrdinalIgnoreCase) || text.Contains("antrag", StringComparison.OrdinalIgnoreCase))
            throw new WrongReadingException("An answer was not scrubbed.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("queued.txt", Encoding.ASCII.GetBytes("2.0.0 Ok: queued as 4C1B2"));
        yield return ("unknown.txt", Encoding.ASCII.GetBytes("5.1.1 <steueramt@amt.example>: Recipient address rejected: User unknown in virtual mailbox table"));
        yield return ("lines.txt", Encoding.ASCII.GetBytes("5.7.1 first\r\n550 antrag@stadt.example may not send; STEUERAMT neither"));
    }
}
