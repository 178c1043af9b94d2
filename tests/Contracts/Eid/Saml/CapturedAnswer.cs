using System.Text;
using System.Xml;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>An answer of the Sandbox, taken from the page before the browser posts it, with the keys that belong to it.</summary>
internal sealed class CapturedAnswer
{
    private readonly IConfiguration _settings;

    public CapturedAnswer(string page, IConfiguration settings)
    {
        _settings = settings;
        Value = new HtmlParser().ParseDocument(page).QuerySelectorAll("input[name=SAMLResponse]").OfType<IHtmlInputElement>().Single().Value;
        Xml = new XmlDocument { PreserveWhitespace = true };
        Xml.LoadXml(Text);
    }

    /// <summary>As the form has it: base64.</summary>
    public string Value { get; }

    public string Text => Encoding.UTF8.GetString(Convert.FromBase64String(Value));

    public XmlDocument Xml { get; }

    public string EncryptedAssertion => Xml.GetElementsByTagName("EncryptedAssertion", "urn:oasis:names:tc:SAML:2.0:assertion")[0]!.OuterXml;

    public string IdentityProviderPem => _settings["IdentityProvider:CertificatesPem"]!;

    public string DecryptionPem => PrivateKeyOf(_settings["DecryptionCertificates:0:Pem"]!);

    /// <summary>A job for node-saml: to consume this answer, or another one in its place.</summary>
    public object Consume(string? text = null, string? entityId = null, string? requestId = null, string? identityProviderPem = null) => new
    {
        work = "consume",
        response = text is null ? Value : Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        entityId = entityId ?? _settings["EntityId"],
        answerAddress = Xml.DocumentElement!.GetAttribute("Destination"),
        identityProviderPem = identityProviderPem ?? IdentityProviderPem,
        decryptionPem = DecryptionPem,
        // Mein Unternehmenskonto signs the response alone.
        assertionSigned = _settings.GetSection("OnlineServiceId").Value is not null,
        requestId = requestId ?? Xml.DocumentElement!.GetAttribute("InResponseTo"),
    };

    private static string PrivateKeyOf(string pem) => pem[pem.IndexOf("-----BEGIN PRIVATE KEY", StringComparison.Ordinal)..];
}
