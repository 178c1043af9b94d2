using System.Xml;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>Every text, every attribute, every element of a signed answer is changed once, one at a time.</summary>
public sealed class TamperedAnswersTests
{
    [Fact]
    public void No_changed_text_or_attribute_of_a_signed_assertion_is_accepted() =>
        ChangeEach(Answers.SignedAssertion, document => Within(Answers.AssertionOf(document))).Should().BeGreaterThan(40);

    [Fact]
    public void No_changed_text_or_attribute_of_a_signed_response_is_accepted() =>
        ChangeEach(Answers.SignedResponse, document => Within(document.DocumentElement!)).Should().BeGreaterThan(50);

    [Fact]
    public void No_element_can_be_taken_out_doubled_or_renamed()
    {
        var count = 0;
        var changes = new Action<XmlElement>[]
        {
            element => element.ParentNode!.RemoveChild(element),
            element => element.ParentNode!.InsertAfter(element.CloneNode(deep: true), element),
            element => element.ParentNode!.ReplaceChild(Renamed(element, element.LocalName + "x", element.NamespaceURI), element),
            element => element.ParentNode!.ReplaceChild(Renamed(element, element.LocalName, "urn:another"), element),
        };
        foreach (var change in changes)
        {
            for (var index = 0; ; index++)
            {
                var document = Answers.SignedResponse();
                var elements = document.DocumentElement!.SelectNodes(".//*")!.OfType<XmlElement>().Where(element => !IsKeyInfo(element)).ToArray();
                if (index >= elements.Length)
                    break;
                change(elements[index]);
                Answers.Read(document).Should().BeOfType<SamlAnswer.Refused>($"{elements[index].Name} was changed");
                count++;
            }
        }

        count.Should().BeGreaterThan(80);
    }

    [Fact]
    public void White_space_put_into_signed_content_is_noticed()
    {
        var xml = Answers.SignedAssertion().OuterXml;
        Answers.Read(xml.Replace("<saml:Conditions", " <saml:Conditions", StringComparison.Ordinal)).ShouldBeRefused("signature-digest");
    }

    // The optional KeyInfo is not signed, and not looked at.
    private static bool IsKeyInfo(XmlNode? node) => node is not null && (node.LocalName == "KeyInfo" || IsKeyInfo(node.ParentNode));

    private static IEnumerable<XmlNode> Within(XmlElement element) => element.SelectNodes(".//text() | .//@* | @*")!.OfType<XmlNode>()
        .Where(node => !IsKeyInfo(node is XmlAttribute attribute ? attribute.OwnerElement : node))
        .Where(node => node is not XmlAttribute { NamespaceURI: "http://www.w3.org/2000/xmlns/" });

    private static int ChangeEach(Func<ForgedResponse?, ForgedSignature?, XmlDocument> make, Func<XmlDocument, IEnumerable<XmlNode>> nodes)
    {
        for (var index = 0; ; index++)
        {
            var document = make(null, null);
            if (nodes(document).ElementAtOrDefault(index) is not { } node)
                return index;
            node.Value = Changed(node.Value!);
            Answers.Read(document).Should().BeOfType<SamlAnswer.Refused>($"{node.Name} in {node.ParentNode?.Name} was changed");
        }
    }

    // A base64 text is changed in its bits, not in its white space.
    private static string Changed(string value) => value.Trim().Length == 0 ? value + " " : value[0] == 'A' ? "B" + value[1..] : "A" + value[1..];

    private static XmlElement Renamed(XmlElement element, string name, string @namespace)
    {
        var renamed = element.OwnerDocument.CreateElement("r", name, @namespace);
        renamed.InnerXml = element.InnerXml;
        foreach (XmlAttribute attribute in element.Attributes)
            renamed.SetAttribute(attribute.Name, attribute.Value);
        return renamed;
    }
}
