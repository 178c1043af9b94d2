using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire.OpenPgp;

namespace BaseComponents.SecureMail.Internal.Gateway;

/// <summary>
/// Decides for each recipient how the mail is protected. To be left to the gateway a mail needs three consents: of the message, of the sender's policy, and of the profile that holds the operator's guarantee.
/// </summary>
internal static class PartProtection
{
    /// <returns>In the order of the recipients.</returns>
    public static async Task<IReadOnlyList<MailProtection>> OfAsync(MailProtection wanted, IReadOnlyList<RecipientPlace> recipients, MailSettings settings, CancellationToken cancellationToken)
    {
        if (wanted != MailProtection.ByGateway && wanted != MailProtection.EncryptedOrGateway)
            return [.. recipients.Select(_ => wanted)];
        if (!settings.Gateway.MayEncrypt)
            return wanted == MailProtection.EncryptedOrGateway ? [.. recipients.Select(_ => MailProtection.Encrypted)] : throw NotAllowed();
        if (wanted == MailProtection.ByGateway)
            return [.. recipients.Select(_ => wanted)];
        return await Task.WhenAll(recipients.Select(recipient => DecideAsync(recipient, settings, cancellationToken))).ConfigureAwait(false);
    }

    // Only a key that nobody knows. One that is expired or revoked, or a directory that is silent, stops the mail as ever: whoever can bring that about must not choose plain text.
    private static async Task<MailProtection> DecideAsync(RecipientPlace recipient, MailSettings settings, CancellationToken cancellationToken)
    {
        var known = await OpenPgpRecipient.FindAsync(recipient, settings, cancellationToken).ConfigureAwait(false);
        return known.Key is not null || known.HasCertificate || await settings.Recipients.KnowAsync(recipient, cancellationToken).ConfigureAwait(false)
            ? MailProtection.Encrypted
            : MailProtection.ByGateway;
    }

    private static SecureMailException NotAllowed() => Fault.Gateway("which the settings do not allow. It needs Policy GatewayFallback and the operator's guarantee, Gateway:EncryptsOrRefuses.");
}
