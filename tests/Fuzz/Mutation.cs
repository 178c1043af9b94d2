using System.Text;

namespace BaseComponents.Tests.Fuzz;

/// <summary>Changes an input a little: bytes as well as the tokens that XML and SAML are made of.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly byte[][] Tokens =
    [
        .. ((string[])["<", ">", "/>", "&amp;", "&#x0;", "<!--x-->", "<![CDATA[x]]>", "<?x y?>", "<!DOCTYPE a>", "ID=\"_assertion1\"", " Id=\"_response1\"", " xml:id=\"a\"", "xmlns=\"\"", "xmlns:saml=\"urn:x\"",
            "<saml:Assertion/>", "</saml:Assertion>", "<ds:Signature/>", "<saml:AttributeValue>x</saml:AttributeValue>", "HOCH", "true", "\u0000", "\uFEFF", "ẞ", "9999-99-99", "-1", "0000", "        "])
            .Select(Encoding.UTF8.GetBytes),
    ];

    private readonly Random _random = new(seed);

    public byte[] Of(byte[] input)
    {
        var changed = input.ToList();
        for (var i = _random.Next(1, 4); i > 0 && changed.Count > 0; i--)
            Change(changed);
        return [.. changed];
    }

    private void Change(List<byte> bytes)
    {
        var place = _random.Next(bytes.Count);
        var length = Math.Min(_random.Next(1, 60), bytes.Count - place);
        switch (_random.Next(6))
        {
            case 0:
                bytes[place] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                bytes[place] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(place, length);
                break;
            case 3:
                bytes.InsertRange(place, Tokens[_random.Next(Tokens.Length)]);
                break;
            case 4:
                bytes.InsertRange(_random.Next(bytes.Count), bytes.GetRange(place, length));
                break;
            default:
                Swap(bytes, place, length);
                break;
        }
    }

    private void Swap(List<byte> bytes, int place, int length)
    {
        var taken = bytes.GetRange(place, length);
        bytes.RemoveRange(place, length);
        bytes.InsertRange(bytes.Count == 0 ? 0 : _random.Next(bytes.Count), taken);
    }
}
