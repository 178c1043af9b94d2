namespace BaseComponents.SecureMail.Internal;

/// <summary>How large a mail may be, by our own word, the gateway's profile, and what the mail server said when it was last seen: the least of them counts, before anything is sealed.</summary>
internal sealed class OutgoingLimits(SecureMailOptions options)
{
    private long _ofServer = long.MaxValue;

    public long MaxMessageSize => Math.Min(Math.Min(options.Limits.MaxMessageSize, options.Gateway.MaxMessageSize ?? long.MaxValue), Interlocked.Read(ref _ofServer));

    public int MaxRecipients => options.Limits.MaxRecipients;

    public int MaxAttachments => options.Limits.MaxAttachments;

    /// <summary>The SIZE that the server offers (RFC 1870), or null where it offers none.</summary>
    public void Learn(long? ofServer) => Interlocked.Exchange(ref _ofServer, ofServer ?? long.MaxValue);
}
