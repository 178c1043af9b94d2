namespace BaseComponents.SecureMail.Wire.Cms.Ber;

/// <summary>How much structure a message may have. Content is not limited here: it is read piece by piece.</summary>
internal static class BerLimits
{
    /// <summary>Containers around the content; RFC 5652 needs seven.</summary>
    public const int Depth = 16;

    /// <summary>Pieces of pieces of an octet string; honest writers make one level.</summary>
    public const int OctetStringDepth = 4;

    /// <summary>Elements of indefinite length inside an element that is read as a whole.</summary>
    public const int ElementDepth = 32;

    /// <summary>Pieces of the content: a gigabyte in the 128 octets of the smallest writer known.</summary>
    public const int Chunks = 8 * 1024 * 1024;

    /// <summary>An element that is read as a whole: a thousand recipients, or the certificates and revocation lists of all signers.</summary>
    public const int ElementLength = 4 * 1024 * 1024;
}
