using BaseComponents.SecureMail.Internal.Revocation;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>
/// A transferable key (RFC 9580 section 10.1) whose own signatures were verified, once. Whether it may be used is asked anew each time: what it says holds for a while only.
/// </summary>
internal sealed class OpenPgpKey
{
    private readonly PgpPublicKey _primary;
    private readonly bool _isRevoked;
    private readonly IReadOnlyList<SelfSignature> _overKey;
    private readonly Dictionary<string, IReadOnlyList<SelfSignature>> _userIds;
    private readonly IReadOnlyList<KeyPart> _subkeys;

    /// <param name="keys">The primary key, then its subkeys.</param>
    public OpenPgpKey(IReadOnlyList<PgpPublicKey> keys)
    {
        _primary = keys[0];
        var signatures = new SelfSignatures(_primary);
        _isRevoked = signatures.IsRevoked;
        _overKey = [.. signatures.OverKey()];
        _userIds = _primary.GetUserIds().Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => (IReadOnlyList<SelfSignature>)[.. signatures.OverUserId(id)], StringComparer.Ordinal);
        _subkeys = [.. keys.Skip(1).Select(key => new KeyPart(key, [.. signatures.OverSubkey(key)], signatures.IsRevokedSubkey(key)))];
    }

    /// <summary>Of the primary key, in hexadecimal form.</summary>
    public string Fingerprint => Convert.ToHexString(_primary.GetFingerprint());

    public DateTime Created => _primary.CreationTime;

    /// <summary>The newest part that may be used.</summary>
    public (KeyFault Fault, PgpPublicKey? Key) Find(KeyUse use, string address, DateTimeOffset now)
    {
        if (CheckPrimary(address, now) is not KeyFault.None and var fault)
            return (fault, null);
        var parts = Parts(address, now).Select(part => (Part: part, Fault: Check(part, use, now))).ToList();
        var usable = parts.Where(part => part.Fault is KeyFault.None).OrderByDescending(part => part.Part.Key.IsMasterKey ? 0 : 1).ThenByDescending(part => part.Part.Created).ToList();
        return usable.Count > 0 ? (KeyFault.None, usable[0].Part.Key) : (Worst(parts.Select(part => part.Fault)), null);
    }

    /// <summary>Whether one part may be used.</summary>
    public KeyFault Check(PgpPublicKey key, KeyUse use, string address, DateTimeOffset now) => CheckPrimary(address, now) is not KeyFault.None and var fault
        ? fault
        : Check(Parts(address, now).First(part => ReferenceEquals(part.Key, key)), use, now);

    /// <summary>Parts that can have made a signature with this key id.</summary>
    public IEnumerable<PgpPublicKey> WithId(long keyId) => All.Where(key => key.KeyId == keyId);

    public IEnumerable<PgpPublicKey> WithFingerprint(byte[] fingerprint) => All.Where(key => key.HasFingerprint(fingerprint));

    /// <summary>The ciphers its holder wants, best first; null where the key says nothing.</summary>
    public IReadOnlyList<SymmetricKeyAlgorithmTag>? Ciphers(string address, DateTimeOffset now) => Says(address, now)?.Ciphers ?? SelfSignature.InForce(_overKey, now)?.Ciphers;

    /// <inheritdoc cref="Ciphers"/>
    public IReadOnlyList<HashAlgorithmTag>? Hashes(string address, DateTimeOffset now) => Says(address, now)?.Hashes ?? SelfSignature.InForce(_overKey, now)?.Hashes;

    private IEnumerable<PgpPublicKey> All => _subkeys.Select(subkey => subkey.Key).Prepend(_primary);

    private KeyFault CheckPrimary(string address, DateTimeOffset now)
    {
        if (_isRevoked)
            return KeyFault.Revoked;
        var primary = Primary(address, now);
        if (primary.Created > now + ClockSkew.Allowed)
            return KeyFault.NotYetValid;
        if (!KeyStrength.Signs(_primary))
            return KeyFault.WeakKey;
        if (Says(address, now) is not { IsRevocation: false } says)
            return KeyFault.AddressMismatch;
        return primary.HasEnded(says, now) || (SelfSignature.InForce(_overKey, now) is { } whole && primary.HasEnded(whole, now)) ? KeyFault.Expired : KeyFault.None;
    }

    private static KeyFault Check(KeyPart part, KeyUse use, DateTimeOffset now) =>
        part.Check(use.Flags, now) is not KeyFault.None and var fault ? fault : use.IsStrong(part.Key) ? KeyFault.None : KeyFault.WeakKey;

    private IEnumerable<KeyPart> Parts(string address, DateTimeOffset now) => _subkeys.Prepend(Primary(address, now));

    private KeyPart Primary(string address, DateTimeOffset now) => new(_primary, SaysOf(address, now), _isRevoked);

    private SelfSignature? Says(string address, DateTimeOffset now) => SelfSignature.InForce(SaysOf(address, now), now);

    // Names change: of two user ids with the address the one that was taken back does not count.
    private IReadOnlyList<SelfSignature> SaysOf(string address, DateTimeOffset now) => _userIds.Where(id => UserIds.Names(id.Key, address)).Select(id => id.Value)
        .MaxBy(says => SelfSignature.InForce(says, now) is { IsRevocation: false } newest ? newest.Created : DateTimeOffset.MinValue) ?? [];

    // Why there is none: the reason that the holder can do something about.
    private static KeyFault Worst(IEnumerable<KeyFault> faults) => faults.Where(fault => fault is not KeyFault.WrongUsage).DefaultIfEmpty(KeyFault.WrongUsage).Min();
}
