namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>Envelopes: encrypted content and the keys to it (RFC 5652, RFC 5083).</summary>
internal sealed class EnvelopeReader() : Reader("cms-enveloped")
{
    public override void Read(byte[] input) => MailParties.Open(MailParties.Mail(MailParties.Message("enveloped-data", input)));

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("plain.der", MailParties.Envelope(MailParties.Part));
        yield return ("oaep.der", MailParties.Envelope(MailParties.Part, withOaep: true));
        yield return ("signed.der", MailParties.Envelope(MailParties.Beside(MailParties.Signature(detached: true))));
        yield return ("html.der", MailParties.Envelope("Content-Type: text/html\r\n\r\n<p>x</p>"));
    }
}

/// <summary>Signatures, with their content inside and beside it.</summary>
internal sealed class SignedReader() : Reader("cms-signed")
{
    public override void Read(byte[] input)
    {
        MailParties.Open(MailParties.Mail(MailParties.Message("signed-data", input)));
        MailParties.Open(MailParties.Mail(MailParties.Beside(input)));
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("opaque.der", MailParties.Signature(detached: false));
        yield return ("detached.der", MailParties.Signature(detached: true));
    }
}

/// <summary>Whole mails.</summary>
internal sealed class MimeReader() : Reader("mime")
{
    public override void Read(byte[] input) => MailParties.Open(input);

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var signed = MailParties.Beside(MailParties.Signature(detached: true));
        yield return ("signed.eml", MailParties.Mail(signed));
        yield return ("opaque.eml", MailParties.Mail(MailParties.Message("signed-data", MailParties.Signature(detached: false))));
        yield return ("encrypted.eml", MailParties.Mail(MailParties.Message("enveloped-data", MailParties.Envelope(signed))));
        yield return ("parts.eml", MailParties.Mail(
            "Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\n" + MailParties.Part
            + "\r\n--a\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=C3=BC</p>\r\n--a--\r\n--o\r\nContent-Type: application/pdf\r\n"
            + "Content-Disposition: attachment; filename*=utf-8''%C3%BC.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--o\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\nx\r\n--o--\r\n"));
    }
}
