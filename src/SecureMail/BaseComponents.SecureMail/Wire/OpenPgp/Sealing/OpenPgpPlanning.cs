using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire.OpenPgp.Keys;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Sealing;

/// <summary>Whether a mail goes out as OpenPGP, and the keys for it. One recipient without a valid one stops the whole mail.</summary>
internal static class OpenPgpPlanning
{
    /// <summary>Null where the mail is an S/MIME mail: certificates come first, and OpenPGP is for recipients who have nothing else.</summary>
    public static async Task<OpenPgpPlan?> ForAsync(OutgoingPart part, MailSettings settings, CancellationToken cancellationToken)
    {
        if (!part.IsEncrypted)
            return part.Recipients.All(recipient => settings.OpenPgp.IsOnlyChoice(recipient.Address)) ? new OpenPgpPlan([], default, Signing(settings, [])) : null;
        var recipients = new List<OpenPgpRecipient>();
        foreach (var place in part.Recipients)
            recipients.Add(await OpenPgpRecipient.FindAsync(place, settings, cancellationToken).ConfigureAwait(false));
        return recipients.Exists(recipient => recipient.IsOnlyChoice) ? Encrypted(recipients, part.Recipients, settings) : null;
    }

    private static OpenPgpPlan Encrypted(List<OpenPgpRecipient> to, IReadOnlyList<RecipientPlace> places, MailSettings settings)
    {
        var (keys, now) = (settings.OpenPgp, settings.OpenPgp.Now);
        var pinned = to.Select((recipient, index) => recipient.Key ?? throw (recipient.HasCertificate ? OpenPgpFault.Mixed(places[index]) : OpenPgpFault.WithoutKey(places[index]))).ToList();
        var targets = pinned.Select((recipient, index) => Target(recipient, now, fault => OpenPgpFault.Recipient(fault, recipient.Origin, places[index]))).ToList();
        var ciphers = pinned.Select((recipient, index) => AesPreferences.Of(recipient.Key.Ciphers(recipient.Address, now)) ?? throw OpenPgpFault.WithoutAes(recipient.Origin, places[index])).ToList();
        if (settings.Options.Sender.EncryptToSelf)
            targets.Add(Target(new PinnedKey(settings.SenderAddress, keys.Signing.Public), now, OpenPgpFault.Sender));
        return new OpenPgpPlan(targets, AesPreferences.Best(ciphers), Signing(settings, [.. pinned.Select(recipient => recipient.Key.Hashes(recipient.Address, now))]));
    }

    private static PgpPublicKey Target(PinnedKey recipient, DateTimeOffset now, Func<KeyFault, SecureMailException> refusal)
    {
        var (fault, key) = recipient.Key.Find(KeyUse.Encrypt, recipient.Address, now);
        return key ?? throw refusal(fault);
    }

    private static OpenPgpSigning Signing(MailSettings settings, IReadOnlyList<IReadOnlyList<HashAlgorithmTag>?> hashes)
    {
        var (secret, now) = (settings.OpenPgp.Signing, settings.OpenPgp.Now);
        var (fault, key) = secret.Public.Find(KeyUse.Sign, settings.SenderAddress, now);
        if (key is null)
            throw OpenPgpFault.Sender(fault);
        return secret.Private.TryGetValue(key.KeyId, out var part)
            ? new OpenPgpSigning(key, part, HashPreferences.Best(key, hashes), now)
            : throw OpenPgpFault.Sender("the text does not hold the secret half of the part that signs");
    }
}
