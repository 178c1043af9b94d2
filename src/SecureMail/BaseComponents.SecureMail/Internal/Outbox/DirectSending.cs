namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Whether a mail may go past the outbox.</summary>
internal sealed class DirectSending(bool hasOutbox)
{
    /// <exception cref="SecureMailException">The sender has an outbox, and the settings do not allow both.</exception>
    public void Check(SecureMailOptions options)
    {
        if (hasOutbox && !options.Outbox.DirectSending && options.Environment is not SecureMailEnvironment.Sandbox)
            throw Fault.Bypassed();
    }
}
