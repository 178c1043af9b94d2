using BaseComponents.SecureMail.Internal;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>How much all attachments of one mail together may bring, so that an endless stream ends in an error and not in the machine's memory.</summary>
internal sealed class AttachmentBudget(OutgoingLimits limits, bool isEncrypted)
{
    private long _total;

    public void Spend(int octets)
    {
        _total += octets;
        var size = SealedSize.AtLeast(_total, isEncrypted);
        if (size > limits.MaxMessageSize)
            throw Fault.TooLarge(size, limits.MaxMessageSize);
    }
}
