namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>Octets that do not change any more and are read at any place, by several readers at a time.</summary>
internal interface IOctets
{
    long Length { get; }

    /// <summary>Fills the whole buffer with what stands at the offset.</summary>
    /// <exception cref="ObjectDisposedException">What kept them is gone.</exception>
    void Read(long offset, Span<byte> buffer);
}
