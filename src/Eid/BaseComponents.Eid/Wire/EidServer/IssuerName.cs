using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>A distinguished name as RFC 2253 writes it: the last part first, special characters escaped. Readers on other platforms parse it; quotes, which .NET writes, are not known to all of them.</summary>
internal static class IssuerName
{
    private static readonly FrozenDictionary<string, string> Keywords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["2.5.4.3"] = "CN",
        ["2.5.4.6"] = "C",
        ["2.5.4.7"] = "L",
        ["2.5.4.8"] = "ST",
        ["2.5.4.9"] = "STREET",
        ["2.5.4.10"] = "O",
        ["2.5.4.11"] = "OU",
        ["0.9.2342.19200300.100.1.25"] = "DC",
        ["0.9.2342.19200300.100.1.1"] = "UID",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Rfc2253(X500DistinguishedName name) => string.Join(',', name.EnumerateRelativeDistinguishedNames(reversed: true).Select(Part));

    private static string Part(X500RelativeDistinguishedName part)
    {
        var set = new AsnReader(part.RawData, AsnEncodingRules.DER).ReadSetOf();
        var pairs = new List<string>();
        while (set.HasData)
            pairs.Add(Pair(set.ReadSequence()));
        return string.Join('+', pairs);
    }

    private static string Pair(AsnReader sequence)
    {
        var type = sequence.ReadObjectIdentifier();
        return Keywords.TryGetValue(type, out var keyword) && sequence.PeekTag() is { TagClass: TagClass.Universal } tag && IsText((UniversalTagNumber)tag.TagValue)
            ? $"{keyword}={Escape(sequence.ReadCharacterString((UniversalTagNumber)tag.TagValue))}"
            : $"{type}=#{Convert.ToHexStringLower(sequence.ReadEncodedValue().Span)}";
    }

    private static bool IsText(UniversalTagNumber tag) =>
        tag is UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.T61String or UniversalTagNumber.BMPString;

    private static string Escape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is ',' or '+' or '"' or '\\' or '<' or '>' or ';' || (value[i] is ' ' && (i == 0 || i == value.Length - 1)) || (value[i] is '#' && i == 0))
                text.Append('\\');
            text.Append(value[i]);
        }

        return text.ToString();
    }
}
