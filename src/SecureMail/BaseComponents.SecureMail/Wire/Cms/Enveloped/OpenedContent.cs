using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Plain text of an envelope: decrypted where it is read, from the ciphertext that is kept until this is disposed.</summary>
/// <param name="Octets">The plain text.</param>
/// <param name="IsAuthenticated">
/// Whether the whole content is known to be what somebody with the key wrote. False for AES-CBC: anybody on the way can have changed it (EFAIL), so it must not be shown as a
/// page, and counts only if a valid signature covers it.
/// </param>
/// <param name="Spool">The ciphertext.</param>
internal sealed record OpenedContent(IOctets Octets, bool IsAuthenticated, CipherSpool Spool) : IDisposable
{
    public void Dispose()
    {
        (Octets as IDisposable)?.Dispose();
        Spool.Dispose();
    }
}
