using BaseComponents.SecureMail.Wire.Cms.Ber;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>The object identifier at the head of a cryptographic message. The media type beside it is only the sender's claim.</summary>
internal static class CmsContentType
{
    /// <summary>Null where there is none.</summary>
    public static string? Of(Stream message)
    {
        try
        {
            var reader = new BerReader(message);
            reader.Enter(BerTag.Sequence);
            return reader.ReadOid();
        }
        catch (Exception exception) when (exception is CmsException or System.Formats.Asn1.AsnContentException)
        {
            return null;
        }
    }
}
