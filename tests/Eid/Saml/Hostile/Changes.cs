using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>A text or an attribute of what is signed is changed, one at a time, spread over the whole.</summary>
internal static class Changes
{
    private const int Count = 25;

    public static IReadOnlyList<HostileCase> All { get; } = [.. Enumerable.Range(0, Count).Select(index => HostileCase.Document("changed after signing", $"place {index + 1} of {Count}", (trial, good) => Make(trial, good, index)))];

    private static XmlDocument Make(HostileTrial trial, ForgedResponse good, int index)
    {
        var document = trial.Part is SignedPart.Response ? trial.Finish(good.ToXml()) : good.ToXml();
        if (trial.Part is SignedPart.Assertion)
            new ForgedSignature().Apply(Answers.AssertionOf(document));
        Change(Places(trial.Part is SignedPart.Response ? document.DocumentElement! : Answers.AssertionOf(document)), index);
        if (trial.Part is SignedPart.Assertion)
            new ForgedEncryption().Apply(Answers.AssertionOf(document));
        return document;
    }

    private static void Change(XmlNode[] places, int index)
    {
        var place = places[index * places.Length / Count];
        place.Value = place.Value![0] == 'A' ? "B" + place.Value[1..] : "A" + place.Value[1..];
    }

    // KeyInfo is optional, not signed, and not looked at.
    private static XmlNode[] Places(XmlElement signed) => [.. signed.SelectNodes(".//text()[normalize-space()] | .//@* | @*")!.OfType<XmlNode>()
        .Where(node => node is not XmlAttribute { NamespaceURI: "http://www.w3.org/2000/xmlns/" })
        .Where(node => !IsInKeyInfo(node is XmlAttribute attribute ? attribute.OwnerElement : node.ParentNode))];

    private static bool IsInKeyInfo(XmlNode? node) => node is { ParentNode: { } above } && ((node.LocalName == "KeyInfo" && above.LocalName == "Signature") || IsInKeyInfo(above));
}
