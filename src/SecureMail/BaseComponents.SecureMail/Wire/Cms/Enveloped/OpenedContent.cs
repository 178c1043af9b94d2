namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Plain text of an envelope.</summary>
/// <param name="Content">Read once; disposing it does not close the source below.</param>
/// <param name="IsAuthenticated">
/// Whether the whole content is known to be what somebody with the key wrote. False for AES-CBC: anybody on the way can have changed it (EFAIL), so it must not be shown as a
/// page, and counts only if a valid signature covers it.
/// </param>
internal sealed record OpenedContent(Stream Content, bool IsAuthenticated) : IDisposable
{
    public void Dispose() => Content.Dispose();
}
