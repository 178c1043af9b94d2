using System.Security.Cryptography;
using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Wire.EidServer.EidNames;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>
/// The one Security header of an envelope: one timestamp, one signature over it and the body. What the signature says about its key is not
/// looked at: the keys come from configuration.
/// </summary>
/// <remarks>OASIS Web Services Security: SOAP Message Security 1.0 and 1.1</remarks>
internal sealed class SecurityHeader
{
    private const string MustUnderstand = "mustUnderstand";

    private readonly XmlElement _header;
    private readonly XmlElement _security;
    private readonly PartsSignature _signature;

    private SecurityHeader(XmlElement header, XmlElement security)
    {
        (_header, _security) = (header, security);
        if (security.Elements().FirstOrDefault(element => !IsExpected(element)) is not null)
            throw new XmlRefusedException("security-content");
        Timestamp = security.Elements("Timestamp", Wsu).ToArray() is [var timestamp] ? timestamp : throw new XmlRefusedException("security-timestamp");
        _signature = security.Elements("Signature", XmlSecurityUris.Dsig).ToArray() is [var signature]
            ? new PartsSignature(signature)
            : throw new XmlRefusedException("security-signature");
    }

    public XmlElement Timestamp { get; }

    public ReadOnlyMemory<byte> SignatureValue => _signature.Value.ToArray();

    /// <exception cref="XmlRefusedException">There is none, there are several, or it has another content than expected.</exception>
    public static SecurityHeader Read(XmlElement header)
    {
        var blocks = header.Elements().ToArray();
        // Other headers are left alone, unless they say that they may not be.
        if (blocks.Any(block => !block.Is("Security", Wsse) && block.GetAttribute(MustUnderstand, Soap) is "1" or "true"))
            throw new XmlRefusedException("soap-must-understand");
        return blocks.Where(block => block.LocalName == "Security").ToArray() switch
        {
            [] => throw new XmlRefusedException("security-missing"),
            [var security] when security.Is("Security", Wsse) => new SecurityHeader(header, security),
            _ => throw new XmlRefusedException("security-twice"),
        };
    }

    /// <exception cref="XmlRefusedException">The timestamp and this very body are not what a configured key signed.</exception>
    public void Verify(IEnumerable<AsymmetricAlgorithm> keys, XmlElement body)
    {
        var required = new Dictionary<string, XmlElement>(StringComparer.Ordinal) { [IdentifierOf(body)] = body, [IdentifierOf(Timestamp)] = Timestamp };
        var allowed = _header.Elements().Concat(_security.Elements())
            .Where(element => element.HasAttribute("Id", Wsu) && element != Timestamp)
            .ToDictionary(IdentifierOf, StringComparer.Ordinal);
        _signature.Verify(keys, required, allowed);
    }

    /// <summary>Where the server confirms the signature of a request, it has to be that of ours.</summary>
    public void RequireConfirmationOf(byte[] signature)
    {
        foreach (var confirmation in _security.Elements("SignatureConfirmation", Wsse11))
            if (confirmation.Attribute("Value") != Convert.ToBase64String(signature))
                throw new XmlRefusedException("security-answers-another-request");
    }

    // The reader of the document has made sure that no identifier stands twice in it.
    private static string IdentifierOf(XmlElement element) => element.GetAttribute("Id", Wsu) is { Length: > 0 } identifier ? identifier : throw new XmlRefusedException("security-identifier");

    private static bool IsExpected(XmlElement element) =>
        element.Is("Timestamp", Wsu) || element.Is("Signature", XmlSecurityUris.Dsig) || element.Is("BinarySecurityToken", Wsse) || element.Is("SignatureConfirmation", Wsse11);
}
