using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire.OpenPgp.Keys;
using BaseComponents.SecureMail.Wire.WebKeys;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Wire.OpenPgp;

/// <summary>What is known of a recipient: the settings first, then certificates wherever they come from, then the directory of the recipient's domain.</summary>
/// <param name="Key">The key that counts, good or not.</param>
/// <param name="HasCertificate">Whether there is a certificate as well, or instead.</param>
internal sealed record OpenPgpRecipient(PinnedKey? Key, bool HasCertificate)
{
    // The fault that is nearest to a key that works says best what to ask the recipient for.
    private static readonly KeyFault[] _nearest = [KeyFault.None, KeyFault.Expired, KeyFault.NotYetValid, KeyFault.Revoked, KeyFault.WeakKey, KeyFault.WrongUsage, KeyFault.AddressMismatch];

    /// <summary>Whether mail can reach this recipient as OpenPGP only.</summary>
    public bool IsOnlyChoice => Key is not null && !HasCertificate;

    /// <exception cref="SecureMailException">A source of certificates or the directory cannot say.</exception>
    public static async Task<OpenPgpRecipient> FindAsync(RecipientPlace recipient, MailSettings settings, CancellationToken cancellationToken)
    {
        var keys = settings.OpenPgp;
        if (keys.Find(recipient.Address) is { } pinned)
            return new OpenPgpRecipient(pinned, keys.HasCertificate(recipient.Address));
        if (keys.HasCertificate(recipient.Address) || !keys.Directory.Covers(recipient.Address))
            return new OpenPgpRecipient(null, keys.HasCertificate(recipient.Address));
        return await settings.Recipients.KnowAsync(recipient, cancellationToken).ConfigureAwait(false)
            ? new OpenPgpRecipient(null, HasCertificate: true)
            : new OpenPgpRecipient(await AskAsync(recipient, keys, cancellationToken).ConfigureAwait(false), HasCertificate: false);
    }

    private static async Task<PinnedKey?> AskAsync(RecipientPlace recipient, OpenPgpKeys keys, CancellationToken cancellationToken) =>
        await keys.Directory.FindAsync(recipient.Address, cancellationToken).ConfigureAwait(false) switch
        {
            WebKeyAnswer.Found found => Best(found.Octets, recipient, keys.Now),
            WebKeyAnswer.Unavailable unavailable => throw WebKeyFault.Of(unavailable.Problem, recipient),
            _ => null,
        };

    private static PinnedKey Best(byte[] octets, RecipientPlace recipient, DateTimeOffset now)
    {
        try
        {
            var best = KeyText.ReadDirectory(octets).OrderBy(key => Array.IndexOf(_nearest, key.Find(KeyUse.Encrypt, recipient.Address, now).Fault)).ThenByDescending(key => key.Created).First();
            return new PinnedKey(recipient.Address, best) { Origin = "OpenPGP key in the Web Key Directory" };
        }
        catch (CertificateSourceException exception)
        {
            throw RecipientRefusal.Unanswered(recipient, "The Web Key Directory answers with a key that cannot be used: " + exception.Message, isTransient: false);
        }
    }
}
