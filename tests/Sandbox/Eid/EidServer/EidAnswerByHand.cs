using System.Net;
using System.Xml;
using BaseComponents.Tests.Sandbox.Eid.Saml;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>What the server answered.</summary>
internal sealed record EidAnswerByHand(HttpStatusCode Status, string Text)
{
    public XmlElement Envelope => XmlByHand.Load(Text);

    public XmlElement Content => Envelope.Children("Body").Last().ChildNodes.OfType<XmlElement>().Single();

    public string? this[params string[] path] => Find(path)?.InnerText;

    /// <summary>What stands behind the number sign of the code; null after success.</summary>
    public string? Minor => Find("Result", "ResultMinor")?.InnerText.Trim() is { } uri ? uri[(uri.IndexOf('#', StringComparison.Ordinal) + 1)..] : null;

    public bool IsOk => Find("Result", "ResultMajor")?.InnerText.Trim() == "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok";

    public string Session => this["Session", "ID"]!;

    private XmlElement? Find(params string[] path)
    {
        XmlElement? element = Content;
        foreach (var name in path)
            element = element?.Children(name).SingleOrDefault();
        return element;
    }
}
