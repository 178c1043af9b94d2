using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>The object identifier at the head of a cryptographic message. The media type beside it is only the sender's claim.</summary>
internal static class CmsContentType
{
    public static string? Of(byte[] message)
    {
        try
        {
            return new AsnReader(message, AsnEncodingRules.BER).ReadSequence().ReadObjectIdentifier();
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
