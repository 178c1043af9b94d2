using System.Formats.Asn1;
using System.Text;

namespace BaseComponents.SecureMail.Ldap.Wire;

/// <summary>
/// The few requests of a search (RFC 4511). The address looked for is a value of its own in the binary form, not a piece of a filter's text: nothing in it can become
/// part of the question.
/// </summary>
internal static class LdapRequests
{
    private const string StartTlsName = "1.3.6.1.4.1.1466.20037";
    private const int Version = 3;
    private const int WholeSubtree = 2;
    private static readonly Asn1Tag _zero = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag _equality = new(TagClass.ContextSpecific, 3);

    // With the option the value comes in binary form (RFC 4522); some servers know the attribute only without.
    private static readonly string[] _attributes =
        [LdapEntry.Mail, LdapEntry.Certificate + ";binary", LdapEntry.Certificate, LdapEntry.Bundle + ";binary", LdapEntry.Bundle];

    public static byte[] StartTls(int id) => Message(id, 23, writer => Text(writer, StartTlsName, _zero));

    public static byte[] Bind(int id, string user, string password) => Message(id, 0, writer =>
    {
        writer.WriteInteger(Version);
        Text(writer, user);
        Text(writer, password, _zero);
    });

    /// <summary>Everything below an entry whose mail is this address, without following aliases.</summary>
    public static byte[] Search(int id, string baseDn, string address, int maxEntries, TimeSpan time) => Message(id, 3, writer =>
    {
        Text(writer, baseDn);
        writer.WriteEnumeratedValue(SearchScope.Subtree);
        writer.WriteEnumeratedValue(Aliases.Never);
        writer.WriteInteger(maxEntries);
        writer.WriteInteger((int)Math.Ceiling(time.TotalSeconds));
        writer.WriteBoolean(false);
        using (writer.PushSequence(_equality))
        {
            Text(writer, LdapEntry.Mail);
            Text(writer, address);
        }

        using (writer.PushSequence())
            Array.ForEach(_attributes, attribute => Text(writer, attribute));
    });

    private static byte[] Message(int id, int operation, Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(id);
            using (writer.PushSequence(new Asn1Tag(TagClass.Application, operation)))
                write(writer);
        }

        return writer.Encode();
    }

    private static void Text(AsnWriter writer, string text, Asn1Tag? tag = null) => writer.WriteOctetString(Encoding.UTF8.GetBytes(text), tag);

    private enum SearchScope
    {
        Subtree = WholeSubtree,
    }

    private enum Aliases
    {
        Never,
    }
}
