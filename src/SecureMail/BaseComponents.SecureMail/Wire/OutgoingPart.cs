using BaseComponents.SecureMail.Internal.Keys;

namespace BaseComponents.SecureMail.Wire;

/// <summary>One mail of those that a message becomes: what its header shows, and whom its envelope names. The two differ for blind copies and for what the gateway encrypts.</summary>
/// <param name="Message">The message as this mail shows it: no blind copies, the key of this part, and the protection that was decided.</param>
/// <param name="Recipients">Who gets it, with their places in the message that the caller gave: those of To, then those of Bcc.</param>
internal sealed record OutgoingPart(SecureMessage Message, IReadOnlyList<RecipientPlace> Recipients)
{
    public bool IsEncrypted => Message.Protection.IsEncrypted;

    /// <summary>A message of one mail, for all that stand in To.</summary>
    public static OutgoingPart Whole(SecureMessage message) => new(message, [.. message.To.Select((address, index) => new RecipientPlace(address, index, message.To.Count))]);
}
