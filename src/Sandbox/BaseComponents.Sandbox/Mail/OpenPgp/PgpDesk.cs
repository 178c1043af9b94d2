using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.Sandbox.Mail.OpenPgp;

/// <summary>Opens and judges PGP/MIME (RFC 3156) with the keys of the Sandbox.</summary>
internal sealed class PgpDesk(PgpKeys keys)
{
    public static bool IsEncrypted(MimeEntity body) => body is MultipartEncrypted encrypted && HasProtocol(encrypted, "application/pgp-encrypted");

    public static bool IsSigned(MimeEntity body) => body is MultipartSigned signed && HasProtocol(signed, "application/pgp-signature");

    public OpenedMail Open(MimeEntity body, MimeMessage message, IEnumerable<string> recipients)
    {
        var office = new PgpOffice(keys, recipients);
        if (body is MultipartSigned { Count: 2 } signed && signed[1] is MimePart signature)
            return OpenedMail.From(signed[0], null, Judge(Canonical(signed[0]), SignaturesOf(signature), office, message));
        if (body is not MultipartEncrypted { Count: 2 } encrypted || encrypted[1] is not MimePart content)
            return OpenedMail.Unreadable("Die Nachricht hat nicht die Form von PGP/MIME (RFC 3156).");
        using var octets = new MemoryStream(Decoded(content), writable: false);
        if (PgpMessage.Open(octets, office) is not { } opened)
            return OpenedMail.Unreadable("Die Nachricht ist für keinen Schlüssel dieses Postfachs verschlüsselt.");
        return MailParser.Entity(opened.Octets) is { } entity
            ? OpenedMail.From(entity, opened.Facts, Judge(opened.Octets, opened.Signatures, office, message))
            : OpenedMail.Unreadable("Der entschlüsselte Inhalt hat nicht die Form einer E-Mail (MIME).");
    }

    private static SignatureFacts Judge(byte[] content, IReadOnlyList<PgpSignature> signatures, PgpOffice office, MimeMessage message)
    {
        if (signatures.Count == 0)
            return SignatureFacts.None;
        if (signatures.Count > 1)
            return SignatureFacts.Bad("Die Nachricht trägt nicht genau eine Signatur.");
        if (office.SignerOf(signatures[0].KeyId) is not { } signer)
            return SignatureFacts.Bad("Die Signatur ist von einem Schlüssel, den die Sandbox nicht kennt: von wem die Nachricht stammt, ist nicht belegt.");
        signatures[0].InitVerify(signer.Key);
        signatures[0].Update(content);
        if (signatures[0].SignatureType != PgpSignature.BinaryDocument || !signatures[0].Verify())
            return SignatureFacts.Bad("Die Signatur passt nicht zum Inhalt: er wurde verändert, oder die Signatur gehört nicht zu dieser Nachricht.");
        if (signer.IsRevoked)
            return SignatureFacts.Bad("Die Signatur passt zum Inhalt, aber ihr Schlüssel ist gesperrt.");
        return message.From is [MailboxAddress from] && string.Equals(from.Address, signer.Address, StringComparison.OrdinalIgnoreCase)
            ? SignatureFacts.Good("Die Signatur stimmt, der Schlüssel gehört zur Absenderadresse.")
            : SignatureFacts.Bad("Die Signatur stimmt, aber der Schlüssel gehört nicht zur Absenderadresse.");
    }

    private static List<PgpSignature> SignaturesOf(MimePart part)
    {
        using var octets = PgpUtilities.GetDecoderStream(new MemoryStream(Decoded(part), writable: false));
        return new PgpObjectFactory(octets).NextPgpObject() is PgpSignatureList list ? [.. Enumerable.Range(0, list.Count).Select(index => list[index])] : [];
    }

    // As it was signed: the lines of the part with CRLF (RFC 3156 section 5).
    private static byte[] Canonical(MimeEntity part)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        using var octets = new MemoryStream();
        part.WriteTo(format, octets);
        return octets.ToArray();
    }

    private static byte[] Decoded(MimePart part)
    {
        using var decoded = new MemoryStream();
        part.Content?.DecodeTo(decoded);
        return decoded.ToArray();
    }

    private static bool HasProtocol(Multipart body, string protocol) => string.Equals(body.ContentType.Parameters["protocol"], protocol, StringComparison.OrdinalIgnoreCase);
}
