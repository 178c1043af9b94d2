using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire.Mime;

namespace BaseComponents.SecureMail.Wire;

/// <summary>One mail of those that a message becomes: what its header shows, and whom its envelope names. The two differ for blind copies and for what the gateway encrypts.</summary>
/// <param name="Message">The message as this mail shows it: no blind copies, the key of this part, and the protection that was decided.</param>
/// <param name="Recipients">Who gets it, with their places in the message that the caller gave: those of To, then those of Bcc.</param>
internal sealed record OutgoingPart(SecureMessage Message, IReadOnlyList<RecipientPlace> Recipients)
{
    /// <summary>How many words that the gateway would have obeyed were broken up in the subject.</summary>
    public int BrokenWords { get; private init; }

    /// <summary>The same with a subject that the gateway obeys in nothing.</summary>
    public OutgoingPart Shown(ControlWords words, HeaderConfidentiality confidentiality)
    {
        // What nobody on the way can read stays as it was written.
        if (IsEncrypted && confidentiality is HeaderConfidentiality.Baseline)
            return this;
        var (subject, count) = words.BreakUp(Message.Subject);
        return this with { Message = Message with { Subject = subject }, BrokenWords = count };
    }

    public bool IsEncrypted => Message.Protection.IsEncrypted;

    /// <summary>A message of one mail, for all that stand in To.</summary>
    public static OutgoingPart Whole(SecureMessage message) => new(message, [.. message.To.Select((address, index) => new RecipientPlace(address, index, message.To.Count))]);
}
