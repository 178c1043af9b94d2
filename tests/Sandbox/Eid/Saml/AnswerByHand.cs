using System.Text;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BaseComponents.Tests.Sandbox.Eid.Saml;

/// <summary>The form that the browser would post to the application, and what is in it.</summary>
internal sealed class AnswerByHand
{
    private readonly SamlClientByHand _client;

    public AnswerByHand(SamlClientByHand client, IHtmlDocument page)
    {
        _client = client;
        Form = page.QuerySelector<IHtmlFormElement>("main form")!;
        Value = Field("SAMLResponse")!;
        Text = Encoding.UTF8.GetString(Convert.FromBase64String(Value));
    }

    public IHtmlFormElement Form { get; }

    public string Value { get; }

    public string Text { get; }

    public string? RelayState => Field("RelayState");

    public XmlElement Response => XmlByHand.Load(Text);

    /// <summary>The assertions in their order, decrypted where they are encrypted and one of the application's keys opens them.</summary>
    public IReadOnlyList<XmlElement> Assertions => [.. Response.ChildNodes.OfType<XmlElement>().Select(Opened).OfType<XmlElement>()];

    public XmlElement Assertion => Assertions.Single();

    public bool? IsResponseSigned => XmlByHand.IsSignedBy(Response, _client.IdentityProvider);

    public bool? IsAssertionSigned => XmlByHand.IsSignedBy(Assertion, _client.IdentityProvider);

    public IReadOnlyList<string> ContextClasses => [.. Assertion.Children("AuthnStatement").Select(statement => statement.Only("AuthnContext", "AuthnContextClassRef").InnerText)];

    public IReadOnlyList<XmlElement> Attributes => [.. Assertion.Children("AttributeStatement").SelectMany(statement => statement.Children("Attribute"))];

    public string? this[string attribute] => Attributes.SingleOrDefault(element => element.GetAttribute("Name") == attribute)?.Only("AttributeValue").InnerText;

    public string StatusCode => Last(Response.Only("Status", "StatusCode").GetAttribute("Value"));

    public string? SubCode => Response.Only("Status", "StatusCode").Children("StatusCode").SingleOrDefault() is { } code ? Last(code.GetAttribute("Value")) : null;

    private XmlElement? Opened(XmlElement child) => child.LocalName switch
    {
        "Assertion" => child,
        "EncryptedAssertion" when (XmlByHand.Decrypt(child, _client.Decryption) ?? XmlByHand.Decrypt(child, _client.OldDecryption)) is { } text => XmlByHand.Load(text),
        _ => null,
    };

    private string? Field(string name) => Form.QuerySelector<IHtmlInputElement>($"input[name={name}]")?.Value;

    private static string Last(string uri) => uri[(uri.LastIndexOf(':') + 1)..];
}
