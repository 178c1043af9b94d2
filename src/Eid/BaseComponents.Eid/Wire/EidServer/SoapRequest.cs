using System.Text;
using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>A signed envelope, ready to be sent.</summary>
/// <param name="Operation">Name of the operation.</param>
/// <param name="Utf8">The envelope.</param>
/// <param name="Signature">The octets of its signature, which a SignatureConfirmation repeats.</param>
internal sealed record SoapRequest(string Operation, byte[] Utf8, byte[] Signature)
{
    public string Action => $"\"{EidNames.Eid}{Operation}\"";

    /// <summary>The name of the type: an envelope holds the name of a session.</summary>
    public override string ToString() => nameof(SoapRequest);
}

/// <summary>Makes signed envelopes.</summary>
internal sealed class SoapRequestWriter(EnvelopeSigner signer)
{
    public SoapRequest Write(string operation, Action<XmlElement> writeBody)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var envelope = (XmlElement)document.AppendChild(document.CreateElement("soap", "Envelope", EidNames.Soap))!;
        var header = (XmlElement)envelope.AppendChild(document.CreateElement("soap", "Header", EidNames.Soap))!;
        var body = (XmlElement)envelope.AppendChild(document.CreateElement("soap", "Body", EidNames.Soap))!;
        writeBody(body);
        var signature = signer.Sign(header, body);
        return new SoapRequest(operation, Encoding.UTF8.GetBytes(FaithfulXml.Of(document)), signature);
    }
}
