using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Plain text of AES-GCM, whose tag somebody has checked before: decrypted where it is read.</summary>
internal sealed class CounterOctets(IOctets encrypted, CounterMode cipher) : IOctets, IDisposable
{
    public long Length => encrypted.Length;

    public void Read(long offset, Span<byte> buffer)
    {
        encrypted.Read(offset, buffer);
        cipher.Apply(offset, buffer);
    }

    public void Dispose() => cipher.Dispose();
}
