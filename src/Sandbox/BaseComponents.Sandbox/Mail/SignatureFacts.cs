using MimeKit;
using MimeKit.Cryptography;

namespace BaseComponents.Sandbox.Mail;

/// <summary>What the office can say about the signature, in a German sentence.</summary>
internal sealed record SignatureFacts(bool IsGood, string Sentence)
{
    public static SignatureFacts None { get; } = new(false, "Die Nachricht ist nicht signiert.");

    public static SignatureFacts OfAPart { get; } = new(false, "Nur ein Teil der Nachricht ist signiert. Was darum herum steht, kann von jedem sein: sie zählt als nicht signiert.");

    public static SignatureFacts Of(DigitalSignatureCollection signatures, MimeMessage message)
    {
        if (signatures.Count != 1)
            return new SignatureFacts(false, "Die Nachricht trägt nicht genau eine Signatur.");
        try
        {
            signatures[0].Verify();
        }
        catch (DigitalSignatureVerifyException)
        {
            return new SignatureFacts(false, "Signatur oder Zertifikat sind nicht gültig: verändert, oder nicht von der Sandbox ausgestellt.");
        }

        var signer = signatures[0].SignerCertificate?.Email;
        return message.From is [MailboxAddress from] && string.Equals(from.Address, signer, StringComparison.OrdinalIgnoreCase)
            ? new SignatureFacts(true, "Die Signatur stimmt, das Zertifikat gehört zur Absenderadresse.")
            : new SignatureFacts(false, "Die Signatur stimmt, aber das Zertifikat gehört nicht zur Absenderadresse.");
    }
}
