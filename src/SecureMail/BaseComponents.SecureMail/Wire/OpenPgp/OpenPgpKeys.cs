using BaseComponents.SecureMail.Wire.OpenPgp.Keys;
using BaseComponents.SecureMail.Wire.WebKeys;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Wire.OpenPgp;

/// <summary>The OpenPGP keys of one sender's configuration, and the directories that it names: the only places they come from.</summary>
internal sealed class OpenPgpKeys
{
    private readonly SecretKeySource? _signing;
    private readonly IReadOnlyList<SecretKeySource> _decryption;
    private readonly Dictionary<string, PinnedKey> _recipients;
    private readonly HashSet<string> _withCertificate;
    private readonly TimeProvider _clock;

    public OpenPgpKeys(SecureMailOptions options, TimeProvider clock)
    {
        _clock = clock;
        _signing = options.OpenPgp.SigningKey is { } signing ? SecretKeySource.Of(signing) : null;
        _decryption = [.. options.OpenPgp.DecryptionKeys.Select(SecretKeySource.Of)];
        _recipients = options.Recipients.Where(recipient => recipient.OpenPgpKey is not null).ToDictionary(
            recipient => recipient.Address!, recipient => new PinnedKey(recipient.Address!, KeyText.ReadPublic(KeyPlace.Read(recipient.OpenPgpKey!))), StringComparer.OrdinalIgnoreCase);
        Directory = WebKeySetup.Directory(options.OpenPgp.WebKeyDirectory, clock);
        _withCertificate = options.Recipients.Where(recipient => !string.IsNullOrWhiteSpace(recipient.CertificatePem)).Select(recipient => recipient.Address!).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>For recipients whom the settings do not name.</summary>
    public WebKeyDirectory Directory { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The key that counts for an address.</summary>
    public PinnedKey? Find(string? address) => address is null ? null : _recipients.GetValueOrDefault(address);

    /// <summary>All of them: whose key made a signature is looked up here, and then compared with From.</summary>
    public IEnumerable<PinnedKey> Pinned => _recipients.Values;

    /// <summary>Whether OpenPGP is all that the configuration knows for an address.</summary>
    public bool IsOnlyChoice(string address) => _recipients.ContainsKey(address) && !HasCertificate(address);

    public bool HasCertificate(string address) => _withCertificate.Contains(address);

    /// <exception cref="SecureMailException">There is none, or it can no longer be loaded.</exception>
    public SecretKey Signing => _signing is { } source
        ? Load(source, why => OpenPgpFault.Sender($"it can no longer be loaded: {why}"))
        : throw OpenPgpFault.Sender("none is configured");

    /// <exception cref="SecureMailException">One can no longer be loaded.</exception>
    public IReadOnlyList<SecretKey> Decryption => [.. _decryption.Select(source => Load(source, why => new SecureMailException(
        SecureMailErrors.CannotDecrypt, $"The mail was not read. One of OpenPgp:DecryptionKeys can no longer be loaded: {why}")))];

    private static SecretKey Load(SecretKeySource source, Func<string, SecureMailException> fault)
    {
        try
        {
            return source.Get();
        }
        catch (CertificateSourceException exception)
        {
            throw fault(exception.Message);
        }
    }
}
