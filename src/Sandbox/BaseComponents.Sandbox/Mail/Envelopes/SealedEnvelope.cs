using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.X509;

namespace BaseComponents.Sandbox.Mail.Envelopes;

/// <summary>An encrypted message, taken apart: EnvelopedData (RFC 5652) or AuthEnvelopedData (RFC 5083), which the message layer of Bouncy Castle does not read.</summary>
internal sealed record SealedEnvelope(AlgorithmIdentifier Cipher, byte[] Content, IReadOnlyList<RecipientInfo> Recipients, byte[] AssociatedData, byte[] Tag)
{
    public static SealedEnvelope Read(byte[] encoded)
    {
        var message = ContentInfo.GetInstance(Asn1Object.FromByteArray(encoded));
        if (message.ContentType.Equals(CmsObjectIdentifiers.AuthEnvelopedData))
        {
            var sealedData = AuthEnvelopedData.GetInstance(message.Content);
            // RFC 5083 section 2.2: the tag covers the attributes as a set of their own, not as the field they stand in.
            return Of(sealedData.AuthEncryptedContentInfo, sealedData.RecipientInfos, sealedData.AuthAttrs?.GetDerEncoded() ?? [], sealedData.Mac.GetOctets());
        }

        var data = EnvelopedData.GetInstance(message.Content);
        return Of(data.EncryptedContentInfo, data.RecipientInfos, [], []);
    }

    private static SealedEnvelope Of(EncryptedContentInfo content, Asn1Set recipients, byte[] associatedData, byte[] tag) =>
        new(content.ContentEncryptionAlgorithm, content.EncryptedContent.GetOctets(), [.. recipients.Select(RecipientInfo.GetInstance)], associatedData, tag);
}
