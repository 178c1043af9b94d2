using MimeKit;
using MimeKit.Cryptography;

namespace BaseComponents.Sandbox.Mail;

/// <summary>What the office can say about the signature.</summary>
internal enum SignatureState
{
    /// <summary>There is none over the whole message.</summary>
    Missing,

    Good,

    /// <summary>There is one that proves nothing: the reader must be warned.</summary>
    Bad,
}

/// <summary>The same in a German sentence.</summary>
internal sealed record SignatureFacts(SignatureState State, string Sentence)
{
    public static SignatureFacts None { get; } = new(SignatureState.Missing, "Die Nachricht ist nicht signiert.");

    public static SignatureFacts OfAPart { get; } = Bad("Nur ein Teil der Nachricht ist signiert. Was darum herum steht, kann von jedem sein: sie zählt als nicht signiert.");

    public bool IsGood => State is SignatureState.Good;

    public static SignatureFacts Good(string sentence) => new(SignatureState.Good, sentence);

    public static SignatureFacts Bad(string sentence) => new(SignatureState.Bad, sentence);

    public static SignatureFacts Of(DigitalSignatureCollection signatures, MimeMessage message)
    {
        if (signatures.Count != 1)
            return Bad("Die Nachricht trägt nicht genau eine Signatur.");
        try
        {
            signatures[0].Verify();
        }
        catch (DigitalSignatureVerifyException)
        {
            return Bad("Signatur oder Zertifikat sind nicht gültig: verändert, oder nicht von der Sandbox ausgestellt.");
        }

        var signer = signatures[0].SignerCertificate?.Email;
        return message.From is [MailboxAddress from] && string.Equals(from.Address, signer, StringComparison.OrdinalIgnoreCase)
            ? Good("Die Signatur stimmt, das Zertifikat gehört zur Absenderadresse.")
            : Bad("Die Signatur stimmt, aber das Zertifikat gehört nicht zur Absenderadresse.");
    }
}
