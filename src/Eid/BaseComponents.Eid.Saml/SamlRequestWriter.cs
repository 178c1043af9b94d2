using System.Security.Cryptography;
using System.Text;
using System.Xml;
using BaseComponents.Eid.Saml.Internal;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml;

/// <summary>Writes signed requests for a log-in: always for a new authentication, always answered in a form.</summary>
public sealed class SamlRequestWriter
{
    private readonly SamlServiceProvider _serviceProvider;
    private readonly SamlIdentityProvider _identityProvider;
    private readonly TimeProvider _clock;

    /// <summary>Takes both sides.</summary>
    /// <param name="serviceProvider">This application.</param>
    /// <param name="identityProvider">Who is asked.</param>
    /// <param name="clock">The time; the system's where none is given.</param>
    public SamlRequestWriter(SamlServiceProvider serviceProvider, SamlIdentityProvider identityProvider, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        ArgumentNullException.ThrowIfNull(identityProvider);
        (_serviceProvider, _identityProvider, _clock) = (serviceProvider, identityProvider, clock ?? TimeProvider.System);
    }

    /// <summary>Writes a request.</summary>
    /// <param name="content">What it asks for.</param>
    /// <param name="binding">How it travels.</param>
    /// <param name="relayState">What comes back beside the answer; at most 80 bytes (SAML 2.0 bindings, section 3.5.3).</param>
    /// <exception cref="InvalidOperationException">The identity provider has no address for this binding.</exception>
    public SamlRequest Write(SamlRequestContent content, SamlBinding binding, string relayState)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(relayState);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Encoding.UTF8.GetByteCount(relayState), 80, nameof(relayState));
        var address = (binding is SamlBinding.Post ? _identityProvider.PostAddress : _identityProvider.RedirectAddress)
            ?? throw new InvalidOperationException($"The identity provider {_identityProvider.EntityId} has no address for {binding}. Set IdentityProvider:{binding}Address, or use the other binding.");
        // An identifier in XML must not begin with a digit.
        var (id, now) = ("_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)), _clock.GetUtcNow());
        var request = Document(id, now, address, content);
        return binding is SamlBinding.Post
            ? new SamlRequest { Id = id, IssuedAt = now, Address = address, FormValue = Signed(request) }
            : new SamlRequest { Id = id, IssuedAt = now, Address = new RedirectSignature(_serviceProvider.SigningCertificate, Algorithm()).Sign(address, FaithfulXml.Of(request), relayState) };
    }

    private XmlSignatureAlgorithm Algorithm() =>
        _serviceProvider.SignatureAlgorithm is SamlSignatureAlgorithm.RsaSha256 ? XmlSignatureAlgorithm.RsaSha256 : XmlSignatureAlgorithm.RsaPssSha256;

    // A form value is base64 alone: it is never compressed.
    private string Signed(XmlDocument request)
    {
        var root = request.DocumentElement!;
        new EnvelopedSignatureWriter(_serviceProvider.SigningCertificate, Algorithm()).Sign(root, after: root.Elements("Issuer", SamlNames.Assertion).Single());
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(FaithfulXml.Of(request)));
    }

    private XmlDocument Document(string id, DateTimeOffset now, Uri address, SamlRequestContent content)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var root = (XmlElement)document.AppendChild(document.CreateElement("samlp", "AuthnRequest", SamlNames.Protocol))!;
        root.SetAttribute("ID", id);
        root.SetAttribute("Version", "2.0");
        root.SetAttribute("IssueInstant", SamlTime.Write(now));
        root.SetAttribute("Destination", address.OriginalString);
        root.SetAttribute("ForceAuthn", "true");
        root.SetAttribute("IsPassive", "false");
        root.SetAttribute("ProtocolBinding", SamlNames.PostBinding);
        root.SetAttribute("AssertionConsumerServiceURL", _serviceProvider.AnswerAddress.OriginalString);
        Append(root, "saml", "Issuer", SamlNames.Assertion).InnerText = _serviceProvider.EntityId;
        if (content.Extension is { } extension)
            Append(root, "samlp", "Extensions", SamlNames.Protocol).InnerXml = extension;
        AppendNamePolicy(root, content.NameFormat);
        if (content.MinimumContextClass is { } contextClass)
            AppendContext(root, contextClass);
        return document;
    }

    private static void AppendNamePolicy(XmlElement root, string? format)
    {
        var policy = Append(root, "samlp", "NameIDPolicy", SamlNames.Protocol);
        if (format is not null)
            policy.SetAttribute("Format", format);
        policy.SetAttribute("AllowCreate", "true");
    }

    private static void AppendContext(XmlElement root, string contextClass)
    {
        var requested = Append(root, "samlp", "RequestedAuthnContext", SamlNames.Protocol);
        requested.SetAttribute("Comparison", "minimum");
        Append(requested, "saml", "AuthnContextClassRef", SamlNames.Assertion).InnerText = contextClass;
    }

    private static XmlElement Append(XmlElement parent, string prefix, string name, string @namespace) =>
        (XmlElement)parent.AppendChild(parent.OwnerDocument.CreateElement(prefix, name, @namespace))!;
}
