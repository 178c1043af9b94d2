using BaseComponents.Authorities.Wire.Bulk;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>A page that lies in the folder's draft, whole and looked through.</summary>
internal sealed record FetchedPage(Envelope Envelope, long Bytes, long Written, long Deleted)
{
    /// <summary>Whether it says anything. One that does not is no page: a service without news answers so every day.</summary>
    public bool HasObjects => Written + Deleted > 0;
}
