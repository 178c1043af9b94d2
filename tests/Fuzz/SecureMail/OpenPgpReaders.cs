using System.Text;
using Org.BouncyCastle.Bcpg;

namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>Encrypted messages (RFC 9580 section 10.3): their packets, or the text form of them where the input begins as one.</summary>
internal sealed class OpenPgpMessageReader() : Reader("openpgp-message")
{
    public override void Read(byte[] input) => MailParties.Open(MailParties.Mail(OpenPgpParties.EncryptedEntity(OpenPgpParties.Text("MESSAGE", input))));

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var part = Encoding.Latin1.GetBytes(MailParties.Part);
        var signed = OpenPgpParties.Signed(part, OpenPgpParties.Mailbox);
        yield return ("signed.pgp", OpenPgpParties.Encrypted(signed));
        yield return ("unsigned.pgp", OpenPgpParties.Encrypted(OpenPgpParties.Literal(part)));
        yield return ("packed.pgp", OpenPgpParties.Encrypted(OpenPgpParties.Packed(signed, CompressionAlgorithmTag.ZLib)));
        yield return ("of-a-stranger.pgp", OpenPgpParties.Encrypted(OpenPgpParties.Signed(part, OpenPgpParties.Attacker)));
        yield return ("html.pgp", OpenPgpParties.Encrypted(OpenPgpParties.Literal("Content-Type: text/html\r\n\r\n<p>x</p>"u8.ToArray())));
        yield return ("without-integrity-code.pgp", OpenPgpParties.Encrypted(signed, withIntegrity: false));
        yield return ("armour.asc", Encoding.ASCII.GetBytes(OpenPgpParties.Text("MESSAGE", OpenPgpParties.Encrypted(signed))));
    }
}

/// <summary>What is inside an encrypted message: literal, packed and signed content. The fuzzer has no key, so that it is encrypted for it.</summary>
internal sealed class OpenPgpContentReader() : Reader("openpgp-content")
{
    public override void Read(byte[] input) => MailParties.Open(MailParties.Mail(OpenPgpParties.EncryptedEntity(OpenPgpParties.Text("MESSAGE", OpenPgpParties.Encrypted(input)))));

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var part = Encoding.Latin1.GetBytes(MailParties.Part);
        var signed = OpenPgpParties.Signed(part, OpenPgpParties.Mailbox);
        yield return ("signed.pgp", signed);
        yield return ("packed.pgp", OpenPgpParties.Packed(signed, CompressionAlgorithmTag.Zip));
        yield return ("packed-twice.pgp", OpenPgpParties.Packed(OpenPgpParties.Packed(signed, CompressionAlgorithmTag.ZLib), CompressionAlgorithmTag.ZLib));
        yield return ("literal.pgp", OpenPgpParties.Literal(part));
        yield return ("of-a-stranger.pgp", OpenPgpParties.Signed(part, OpenPgpParties.Attacker));
    }
}

/// <summary>Signatures beside their content.</summary>
internal sealed class OpenPgpSignatureReader() : Reader("openpgp-signature")
{
    public override void Read(byte[] input) => MailParties.Open(MailParties.Mail(OpenPgpParties.SignedEntity(OpenPgpParties.Text("SIGNATURE", input))));

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var part = Encoding.Latin1.GetBytes(MailParties.Part);
        var good = OpenPgpParties.Signature(part, OpenPgpParties.Mailbox);
        yield return ("good.pgp", good);
        yield return ("over-something-else.pgp", OpenPgpParties.Signature([1, 2, 3], OpenPgpParties.Mailbox));
        yield return ("of-a-stranger.pgp", OpenPgpParties.Signature(part, OpenPgpParties.Attacker));
        yield return ("two.pgp", [.. good, .. OpenPgpParties.Signature(part, OpenPgpParties.Attacker)]);
        yield return ("armour.asc", Encoding.ASCII.GetBytes(OpenPgpParties.Text("SIGNATURE", good)));
    }
}

/// <summary>Public keys as an administrator copies them from a mail: packets, or the text form of them where the input begins as one.</summary>
internal sealed class OpenPgpKeyReader() : Reader("openpgp-key")
{
    public override void Read(byte[] input) => OpenPgpKeyFile.Load(OpenPgpParties.Text("PUBLIC KEY BLOCK", input));

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("mailbox.pgp", OpenPgpParties.Mailbox.PublicOctets);
        yield return ("rsa.pgp", OpenPgpParties.Attacker.PublicOctets);
        yield return ("revoked.pgp", OpenPgpParties.Revoked(OpenPgpParties.Mailbox));
        yield return ("armour.asc", Encoding.ASCII.GetBytes(OpenPgpParties.Text("PUBLIC KEY BLOCK", OpenPgpParties.Mailbox.PublicOctets)));
    }
}
