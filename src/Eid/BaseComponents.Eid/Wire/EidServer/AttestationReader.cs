using System.Xml;
using BaseComponents.Eid.EidServer;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>The server's statement about the transaction. The schema wants elements in it, the official sample has text.</summary>
internal static class AttestationReader
{
    public static TransactionAttestation? Read(XmlElement content)
    {
        if (content.Child("TransactionAttestationResponse") is not { } response || response.Child("TransactionAttestationData") is not { } data)
            return null;
        var format = response.Text("TransactionAttestationFormat") ?? throw new XmlRefusedException("answer-attestation");
        return new TransactionAttestation(format, data.OwnText()?.Trim() ?? data.InnerXml);
    }
}
