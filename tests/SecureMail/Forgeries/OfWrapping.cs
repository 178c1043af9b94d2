using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>A genuine signed mail of the office as a part of something else.</summary>
internal static class OfWrapping
{
    private const string Text = "Content-Type: text/plain\r\n\r\n" + ForgeryLab.Forged;
    private static readonly Type Partly = typeof(SignatureVerdict.PartlySigned);

    public static IEnumerable<Forgery> All =>
    [
        .. from kind in new[] { "mixed", "related; type=\"text/plain\"", "alternative", "digest", "parallel", "report", "unknown" }
           from isFirst in new[] { true, false }
           select new Forgery($"signed part {(isFirst ? "first" : "last")} in a multipart/{kind}", Partly, lab => Mail(kind, isFirst ? [Signed(lab), Text] : [Text, Signed(lab)])),
        new("signed part in the middle", Partly, lab => Mail("mixed", Text, Signed(lab), Text)),
        new("signed part alone in a multipart/mixed", Partly, lab => Mail("mixed", Signed(lab))),
        new("signed part three multiparts down", Partly, lab => Forge.Mail(Entity("mixed", "a", Entity("mixed", "b", Entity("mixed", "c", Signed(lab), Text))))),
        new("a forwarded signed mail as the mail", Partly, lab => Forge.Mail(Forwarded(lab))),
        new("a forwarded signed mail as a file", Partly, lab => Mail("mixed", Text, "Content-Disposition: attachment; filename=bescheid.eml\r\n" + Forwarded(lab))),
        new("a signed file presented as the mail", Partly, lab => Mail("mixed", "Content-Disposition: inline\r\n" + Signed(lab), Text)),
        new("an opaque signed message as a file", Partly, lab => Mail("mixed", Text, "Content-Disposition: attachment; filename=smime.p7m\r\n" + Forge.Opaque(Forge.Signature(Forge.Part, lab.OfficeKey, detached: false)))),
        new("a signature as a mere file", Partly, lab => Mail("mixed", Text, "Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(Forge.Signature(Forge.Part, lab.OfficeKey)))),
        new("a third part beside content and signature", Partly, lab => Forge.Mail(Forge.Entity(Forge.Part, Forge.Signature(Forge.Part, lab.OfficeKey), more: $"--inner\r\n{Text}\r\n"))),
        new("a forged part before content and signature", Partly, lab => Forge.Mail(Forge.Entity($"{Text}\r\n--inner\r\n{Forge.Part}", Forge.Signature(Forge.Part, lab.OfficeKey)))),
        new("no end of the signed multipart", Partly, lab => [.. Forge.Mail(Signed(lab)).AsSpan()[..^"--inner--\r\n".Length]]),
        new("signature before the content", Partly, lab => Forge.Mail(SignatureFirst(lab))),
        .. Swallowing.Select(html => new Forgery($"HTML that swallows its neighbour: {html.Name}", Partly, lab => Mail("mixed", $"Content-Type: text/html\r\n\r\n<p>{ForgeryLab.Forged}</p>{html.Open}", SignedHtml(lab), $"Content-Type: text/html\r\n\r\n{html.Close}"))),
        .. Swallowing.Select(html => new Forgery($"the same, related: {html.Name}", Partly, lab => Mail("related", $"Content-Type: text/html\r\n\r\n<p>{ForgeryLab.Forged}</p>{html.Open}", SignedHtml(lab)))),
    ];

    private static (string Name, string Open, string Close)[] Swallowing =>
    [
        ("an open attribute", "<img src=\"https://boese.example/", "\">"),
        ("an open comment", "<!--", "-->"),
        ("an open style sheet", "<style>", "</style>"),
        ("a hidden division", "<div style=\"display:none\">", "</div>"),
        ("a rule for all", "<style>p ~ * { display: none } p::before { content: 'x' }</style>", ""),
        ("plain text to the end", "<plaintext>", ""),
        ("an open text area", "<textarea hidden>", "</textarea>"),
        ("an open template", "<template>", "</template>"),
    ];

    private static string Signed(ForgeryLab lab) => Forge.Signed(lab.OfficeKey);

    private static string SignedHtml(ForgeryLab lab) => Forge.Signed(lab.OfficeKey, "Content-Type: text/html\r\n\r\n<p>Zahlen Sie 50 Euro.</p>");

    private static string Forwarded(ForgeryLab lab) => "Content-Type: message/rfc822\r\n\r\n" + Forge.Header() + Signed(lab);

    private static byte[] Mail(string kind, params string[] parts) => Forge.Mail(Entity(kind, "outer", parts));

    private static string Entity(string kind, string boundary, params string[] parts) =>
        $"Content-Type: multipart/{kind}; boundary={boundary}\r\n\r\n" + string.Concat(parts.Select(part => $"--{boundary}\r\n{part}\r\n")) + $"--{boundary}--\r\n";

    private static string SignatureFirst(ForgeryLab lab) =>
        "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=\"inner\"\r\n\r\n--inner\r\nContent-Type: application/pkcs7-signature\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + $"{Convert.ToBase64String(Forge.Signature(Forge.Part, lab.OfficeKey))}\r\n--inner\r\n{Forge.Part}\r\n--inner--\r\n";
}
