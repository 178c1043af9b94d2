using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.OpenPgp.Keys;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Sealing;

/// <summary>Whether a mail goes out as OpenPGP, and the keys for it. One recipient without a valid one stops the whole mail.</summary>
internal static class OpenPgpPlanning
{
    /// <summary>Null where the mail is an S/MIME mail: certificates come first, and OpenPGP is for recipients who have nothing else.</summary>
    public static OpenPgpPlan? For(SecureMessage message, MailSettings settings)
    {
        var keys = settings.OpenPgp;
        if (message.Protection.IsEncrypted ? !message.To.Any(keys.IsOnlyChoice) : !message.To.All(keys.IsOnlyChoice))
            return null;
        return message.Protection.IsEncrypted ? Encrypted(message.To, settings) : new OpenPgpPlan([], default, Signing(settings, []));
    }

    private static OpenPgpPlan Encrypted(IReadOnlyList<string> to, MailSettings settings)
    {
        var (keys, now) = (settings.OpenPgp, settings.OpenPgp.Now);
        var pinned = to.Select((address, index) => keys.Find(address) ?? throw Missing(address, index, to.Count, settings)).ToList();
        var targets = pinned.Select((recipient, index) => Target(recipient, now, fault => OpenPgpFault.Recipient(fault, index, to.Count))).ToList();
        var ciphers = pinned.Select((recipient, index) => AesPreferences.Of(recipient.Key.Ciphers(recipient.Address, now)) ?? throw OpenPgpFault.WithoutAes(index, to.Count)).ToList();
        if (settings.Options.Sender.EncryptToSelf)
            targets.Add(Target(new PinnedKey(settings.SenderAddress, keys.Signing.Public), now, OpenPgpFault.Sender));
        return new OpenPgpPlan(targets, AesPreferences.Best(ciphers), Signing(settings, [.. pinned.Select(recipient => recipient.Key.Hashes(recipient.Address, now))]));
    }

    private static SecureMailException Missing(string address, int index, int count, MailSettings settings) =>
        settings.OpenPgp.HasCertificate(address) ? OpenPgpFault.Mixed(index, count) : OpenPgpFault.WithoutKey(index, count);

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
