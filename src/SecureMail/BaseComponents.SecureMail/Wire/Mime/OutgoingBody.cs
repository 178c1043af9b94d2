using BaseComponents.SecureMail.Internal;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>What is signed and encrypted of a mail that goes out: its parts, and its header over them.</summary>
internal sealed record OutgoingBody(SecureMessage Message, ProtectedHeader Header, OutgoingLimits Limits)
{
    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        using var root = BodyTree.Of(Message);
        Header.AddTo(root.Head);
        await new BodyWriter(new AttachmentBudget(Limits, Message.Protection.IsEncrypted), output).WriteAsync(root, cancellationToken).ConfigureAwait(false);
    }
}
