using System.Security.Cryptography;
using System.Text;
using BaseComponents.SecureMail.Wire.WebKeys;
using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>Files with own keys, as an administrator copies them from somewhere: read, or refused in words.</summary>
internal sealed class Pkcs12FileReader() : Reader("pkcs12")
{
    private const string Password = "fuzz";

    public override void Read(byte[] input)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, input);
            KeyFile.Load(file, Password);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("one-key.p12", MailParties.Mailbox.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10), Password));
        yield return ("other-password.p12", MailParties.Mailbox.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10), "other"));
        yield return ("text.pem", Encoding.ASCII.GetBytes(MailParties.Mailbox.ExportCertificatePem()));
    }
}

/// <summary>What a Web Key Directory answers: a key is binary and begins as one.</summary>
internal sealed class WebKeyReader() : Reader("wkd-answer")
{
    public override void Read(byte[] input)
    {
        if (WebKeyAnswer.Of(new FetchOutcome.Fetched(input)) is not WebKeyAnswer.Found found)
            return;
        if (input[0] < 0x80)
            throw new WrongReadingException("A text was taken for a key.");
        OpenPgpKeyFile.LoadDirectory(found.Octets);
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("old-head.pgp", [0x98, 0x33, 0x04, 0x65, 0, 0, 0, 0x16]);
        yield return ("new-head.pgp", [0xC6, 0x33, 0x06, 0x65, 0, 0, 0, 0x1B]);
        yield return ("key.pgp", OpenPgpParties.Mailbox.PublicOctets);
        yield return ("keys.pgp", [.. OpenPgpParties.Revoked(OpenPgpParties.Mailbox), .. OpenPgpParties.Mailbox.PublicOctets]);
        yield return ("armour.asc", Encoding.ASCII.GetBytes("-----BEGIN PGP PUBLIC KEY BLOCK-----\n"));
        yield return ("page.html", Encoding.ASCII.GetBytes("<html>not found</html>"));
    }
}
