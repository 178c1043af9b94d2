using System.IO.Compression;
using System.Text;
using System.Xml;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;
using BaseComponents.Tests.Eid.Saml.Host;
using Microsoft.AspNetCore.WebUtilities;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>What the identity provider signs. The assertion is always encrypted, as the application demands.</summary>
internal enum SignedPart
{
    Assertion,
    Response,
}

/// <summary>A whole application under attack: log-ins begin by one binding, and what comes back is signed in one place.</summary>
/// <param name="Application">Logs in over BundID, from the level substantial on.</param>
/// <param name="Binding">How its requests travel. Answers always come in a form.</param>
/// <param name="Part">What of an answer is signed.</param>
internal sealed record HostileTrial(SamlApplication Application, SamlBinding Binding, SignedPart Part)
{
    private const string Attributes =
        """<saml:Attribute Name="urn:oid:2.5.4.42"><saml:AttributeValue xsi:type="xs:string">ERIKA</saml:AttributeValue></saml:Attribute>""" +
        """<saml:Attribute Name="urn:oid:2.5.4.4"><saml:AttributeValue>MUSTERMANN</saml:AttributeValue></saml:Attribute>""" +
        """<saml:Attribute Name="urn:oid:1.3.6.1.4.1.25484.494450.2"><saml:AttributeValue>eID</saml:AttributeValue></saml:Attribute>""" +
        """<saml:Attribute Name="urn:oid:1.3.6.1.4.1.25484.494450.3"><saml:AttributeValue>pseudonym-of-erika</saml:AttributeValue></saml:Attribute>""";

    /// <summary>What a good answer to a request says: a fresh assertion.</summary>
    public static ForgedResponse Good(string requestId) => new() { InResponseTo = requestId, AssertionId = "_" + Guid.NewGuid().ToString("N"), Attributes = Attributes };

    /// <summary>Signs in the one place, and encrypts.</summary>
    public XmlDocument Finish(XmlDocument document, ForgedSignature? signature = null, ForgedEncryption? encryption = null)
    {
        if (Part is SignedPart.Assertion)
            (signature ?? new ForgedSignature()).Apply(Answers.AssertionOf(document));
        (encryption ?? new ForgedEncryption()).Apply(Answers.AssertionOf(document));
        if (Part is SignedPart.Response)
            (signature ?? new ForgedSignature()).Apply(document.DocumentElement!);
        return document;
    }

    /// <summary>Begins a log-in, and posts what is made of a good answer to it: whether the browser is logged in then.</summary>
    public async Task<bool> PostAsync(Func<ForgedResponse, byte[]> answer)
    {
        var browser = new SamlBrowser(Application);
        var (id, relayState) = await BeginAsync(browser);
        return await PostAsync(browser, answer(Good(id)), relayState);
    }

    public async Task<bool> PostAsync(SamlBrowser browser, byte[] answer, string relayState)
    {
        await browser.PostAsync("/signin-bundid", ("SAMLResponse", Convert.ToBase64String(answer)), ("RelayState", relayState));
        return (browser.Cookies.ContainsKey("session"), browser.Location) switch
        {
            (true, "/me") => true,
            (false, { } location) when location.StartsWith("/ended?outcome=", StringComparison.Ordinal) => false,
            var (_, location) => throw new InvalidOperationException($"Neither logged in nor refused: {location}"),
        };
    }

    /// <summary>Begins a log-in: the identifier of the request, and what goes along with it.</summary>
    public async Task<(string RequestId, string RelayState)> BeginAsync(SamlBrowser browser)
    {
        if (Binding is SamlBinding.Post)
            return await browser.BeginAsync();
        await browser.GoAsync("/login");
        var query = QueryHelpers.ParseQuery(new Uri(browser.Location!).Query);
        using var inflated = new DeflateStream(new MemoryStream(Convert.FromBase64String(query["SAMLRequest"]!)), CompressionMode.Decompress);
        var request = new XmlDocument();
        request.Load(inflated);
        return (request.DocumentElement!.GetAttribute("ID"), query["RelayState"]!);
    }

    public static byte[] Octets(XmlDocument document) => Encoding.UTF8.GetBytes(document.OuterXml);
}
