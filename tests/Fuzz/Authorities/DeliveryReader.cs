extern alias authorities;

using System.Text;
using System.Xml;
using authorities::BaseComponents.Authorities;
using authorities::BaseComponents.Authorities.Wire;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>A delivery of one version: it is refused as promised, or each object that comes out is bounded and holds nothing that could do harm.</summary>
internal sealed class DeliveryReader(string name, DeliveryVersion version) : Reader(name)
{
    private const long LongestFile = 10_000_000;

    public override void Read(byte[] input)
    {
        try
        {
            new XzufiReader(new SuspiciousSink(), new XzufiNames { Accessibility = "barrierefreiheit" }, LongestFile).ReadAsync(new MemoryStream(input), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception refusal) when (refusal is XmlException or InvalidDataException or DecoderFallbackException)
        {
            // As promised.
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("small.xml", new DeliveryGenerator(version, 1).Write(4_000));
        yield return ("all-kinds.xml", new DeliveryGenerator(version, 2).Write(16_000));
        var text = Encoding.UTF8.GetString(new DeliveryGenerator(version, 3).Write(3_000));
        yield return ("qualified.xml", Encoding.UTF8.GetBytes(text.Replace("<code>", "<x:code>", StringComparison.Ordinal).Replace("</code>", "</x:code>", StringComparison.Ordinal)));
        yield return ("bad-dates.xml", Encoding.UTF8.GetBytes(text.Replace("2020-01-01", "gestern", StringComparison.Ordinal)));
    }
}
