using System.Security.Cryptography;
using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Wire.EidServer.EidNames;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>An envelope that came back. Nothing in it counts before <see cref="Verify"/>.</summary>
internal sealed class SoapAnswer
{
    /// <summary>A result holds some hundred elements; the one part of unknown size is a transaction attestation.</summary>
    public static readonly XmlLimits Limits = new() { Bytes = 256 * 1024, Depth = 32, Elements = 1000, AttributesPerElement = 32 };

    private readonly XmlElement? _header;
    private readonly XmlElement _body;

    private SoapAnswer(XmlElement? header, XmlElement body) => (_header, _body) = (header, body);

    /// <summary>The kind of a fault, where the body is one: a word out of a fixed list. Nobody has signed it as a rule.</summary>
    public string? FaultKind => SoapFault.KindOf(_body);

    /// <exception cref="XmlRefusedException">The octets are no envelope of SOAP 1.1.</exception>
    public static SoapAnswer Read(ReadOnlySpan<byte> utf8)
    {
        var root = HostileXml.Read(utf8, Limits).DocumentElement!;
        if (!root.Is("Envelope", Soap))
            throw new XmlRefusedException("soap-envelope");
        return root.Elements().ToArray() switch
        {
            [var body] when body.Is("Body", Soap) => new SoapAnswer(null, body),
            [var header, var body] when header.Is("Header", Soap) && body.Is("Body", Soap) => new SoapAnswer(header, body),
            _ => throw new XmlRefusedException("soap-shape"),
        };
    }

    /// <summary>Verifies who sent the envelope and when, and hands out what is in its body.</summary>
    /// <exception cref="XmlRefusedException">It is not acceptable; the reason says why.</exception>
    public VerifiedAnswer Verify(IEnumerable<AsymmetricAlgorithm> keys, AnswerTimes times, SoapRequest request)
    {
        var header = _header ?? throw new XmlRefusedException("security-missing");
        var security = SecurityHeader.Read(header);
        security.Verify(keys, _body);
        times.Require(security.Timestamp);
        security.RequireConfirmationOf(request.Signature);
        if (_body.Elements().ToArray() is not [var content] || content.LocalName != request.Operation + "Response" || content.NamespaceURI is not (EidNames.Eid or ""))
            throw new XmlRefusedException("soap-another-answer");
        return new VerifiedAnswer(content, security.SignatureValue);
    }
}

/// <summary>The one element of a body whose digest was verified, and the signature over it.</summary>
internal sealed record VerifiedAnswer(XmlElement Content, ReadOnlyMemory<byte> SignatureValue)
{
    /// <summary>The name of the type: the content is a person.</summary>
    public override string ToString() => nameof(VerifiedAnswer);
}
