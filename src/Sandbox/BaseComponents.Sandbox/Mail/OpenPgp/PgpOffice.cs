using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.Sandbox.Mail.OpenPgp;

/// <summary>The keys as Bouncy Castle has them: the secret ones of the mailboxes that open a mail, and the public ones of all that may have signed it.</summary>
internal sealed class PgpOffice
{
    private readonly Dictionary<long, PgpPrivateKey> _secrets;
    private readonly Dictionary<long, PgpSigner> _signers;

    public PgpOffice(PgpKeys keys, IEnumerable<string> recipients)
    {
        _secrets = recipients.Select(keys.Find).OfType<PgpMailboxKey>().SelectMany(SecretsOf).ToDictionary(key => key.KeyId, key => key.ExtractPrivateKey([]));
        _signers = keys.All.SelectMany(SignersOf).ToDictionary(signer => signer.Key.KeyId);
    }

    public PgpPrivateKey? SecretOf(long keyId) => _secrets.GetValueOrDefault(keyId);

    public PgpSigner? SignerOf(long keyId) => _signers.GetValueOrDefault(keyId);

    private static IEnumerable<PgpSecretKey> SecretsOf(PgpMailboxKey key)
    {
        using var octets = PgpText.Decode(key.SecretKey);
        return [.. new PgpSecretKeyRing(octets).GetSecretKeys()];
    }

    private static IEnumerable<PgpSigner> SignersOf(PgpMailboxKey key)
    {
        using var octets = PgpText.Decode(key.PublicKey);
        var ring = new PgpPublicKeyRing(octets);
        return [.. ring.GetPublicKeys().Select(part => new PgpSigner(key.Address, part, ring.GetPublicKey().GetSignaturesOfType(PgpSignature.KeyRevocation).Any()))];
    }
}

/// <summary>Somebody whose signature the Sandbox knows.</summary>
internal sealed record PgpSigner(string Address, PgpPublicKey Key, bool IsRevoked);
