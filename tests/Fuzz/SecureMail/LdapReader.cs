extern alias ldap;

using System.Formats.Asn1;
using System.Text;
using ldap::BaseComponents.SecureMail.Ldap.Internal;
using ldap::BaseComponents.SecureMail.Ldap.Wire;

namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>Messages of a directory, down to the certificates in them.</summary>
internal sealed class LdapReader() : Reader("ldap-answer")
{
    public override void Read(byte[] input)
    {
        try
        {
            var answer = LdapAnswer.Read(input);
            if (answer.Operation != LdapAnswer.Entry)
                answer.Result();
            else if (EntryCertificates.Of([answer.ToEntry()], MailParties.Address, 3).Count > 3)
                throw new WrongReadingException("More certificates were taken than allowed.");
        }
        catch (AsnContentException)
        {
            // A refusal.
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("entry.ber", Entry(("mail", Encoding.ASCII.GetBytes(MailParties.Address)), ("userCertificate;binary", MailParties.Mailbox.RawData)));
        yield return ("bundle.ber", Entry(("mail", Encoding.ASCII.GetBytes(MailParties.Address)), ("userSMIMECertificate", MailParties.Signature(detached: true))));
        yield return ("done.ber", [0x30, 0x0C, 0x02, 0x01, 0x02, 0x65, 0x07, 0x0A, 0x01, 0x00, 0x04, 0x00, 0x04, 0x00]);
    }

    private static byte[] Entry(params (string Name, byte[] Value)[] attributes)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(2);
            using (writer.PushSequence(new Asn1Tag(TagClass.Application, LdapAnswer.Entry)))
            {
                writer.WriteOctetString("cn=x"u8);
                using (writer.PushSequence())
                    Array.ForEach(attributes, attribute => Write(writer, attribute.Name, attribute.Value));
            }
        }

        return writer.Encode();
    }

    private static void Write(AsnWriter writer, string name, byte[] value)
    {
        using (writer.PushSequence())
        {
            writer.WriteOctetString(Encoding.ASCII.GetBytes(name));
            using (writer.PushSetOf())
                writer.WriteOctetString(value);
        }
    }
}
