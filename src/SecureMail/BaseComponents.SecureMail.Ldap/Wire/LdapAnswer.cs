using System.Formats.Asn1;
using System.Text;

namespace BaseComponents.SecureMail.Ldap.Wire;

/// <summary>One message of a server (RFC 4511 section 4.1.1).</summary>
/// <param name="Id">Which request it answers; 0 announces the end of the connection.</param>
/// <param name="Operation">Its kind.</param>
/// <param name="Body">What it says.</param>
internal sealed record LdapAnswer(int Id, int Operation, AsnReader Body)
{
    public const int BindDone = 1;
    public const int Entry = 4;
    public const int SearchDone = 5;
    public const int Reference = 19;
    public const int ExtendedDone = 24;
    private const int MaxValues = 1000;

    /// <exception cref="AsnContentException">It is none.</exception>
    public static LdapAnswer Read(ReadOnlyMemory<byte> encoded)
    {
        var message = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        if (!message.TryReadInt32(out var id))
            throw new AsnContentException();
        var tag = message.PeekTag();
        return tag.TagClass is TagClass.Application ? new LdapAnswer(id, tag.TagValue, message.ReadSequence(tag)) : throw new AsnContentException();
    }

    /// <summary>The number of the result; 0 is success.</summary>
    /// <exception cref="AsnContentException">There is none.</exception>
    public int Result()
    {
        var value = Body.ReadEnumeratedBytes().Span;
        return value is [var code] ? code : throw new AsnContentException();
    }

    /// <exception cref="AsnContentException">It is no entry.</exception>
    public LdapEntry ToEntry()
    {
        Body.ReadOctetString();
        var attributes = new Dictionary<string, IReadOnlyList<byte[]>>(StringComparer.OrdinalIgnoreCase);
        for (var list = Body.ReadSequence(); list.HasData;)
        {
            var attribute = list.ReadSequence();
            var name = Encoding.UTF8.GetString(attribute.ReadOctetString()).Split(';')[0];
            attributes[name] = [.. attributes.GetValueOrDefault(name) ?? [], .. Values(attribute)];
        }

        return new LdapEntry(attributes);
    }

    private static List<byte[]> Values(AsnReader attribute)
    {
        var values = new List<byte[]>();
        for (var set = attribute.ReadSetOf(skipSortOrderValidation: true); set.HasData && values.Count < MaxValues;)
            values.Add(set.ReadOctetString());
        return values;
    }
}
