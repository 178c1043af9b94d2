using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Gateway;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Internal.Outbox;
using BaseComponents.SecureMail.Internal.Revocation;
using BaseComponents.SecureMail.Internal.TimeStamps;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.OpenPgp;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal;

/// <summary>The options of one sender with their certificates loaded.</summary>
internal sealed class MailSettings
{
    private readonly CertificateSource? _sender;
    private readonly CertificateSource? _encryption;
    private readonly IReadOnlyList<CertificateSource> _decryption;

    public MailSettings(SecureMailOptions options, TimeProvider clock, IReadOnlyList<IRecipientCertificateSource>? sources = null)
    {
        Options = options;
        var revocation = RevocationSetup.Rules(options.Revocation, clock);
        Policy = new CertificatePolicy(PemCertificates.Read(options.TrustAnchorsPem), revocation, clock);
        TimeStamps = new TimeStampPolicy(PemCertificates.ReadOptional(options.TimeStampAnchorsPem), revocation, clock);
        EvidenceStamps = new TimeStampPolicy(PemCertificates.ReadOptional(options.Outbox.TimeStamps.AnchorsPem), revocation, clock);
        ServerAnchors = PemCertificates.ReadOptional(options.Smtp.TrustAnchorsPem);
        SenderIntermediates = PemCertificates.ReadOptional(options.Sender.IntermediatesPem);
        _sender = options.Sender.Certificate.IsSet() ? options.Sender.Certificate.ToSource() : null;
        _encryption = options.Sender.EncryptionCertificate?.ToSource() ?? _sender;
        _decryption = [.. options.DecryptionKeys.Select(key => key.ToSource())];
        OpenPgp = new OpenPgpKeys(options, clock);
        Gateway = new GatewayProfile(options);
        StorageKeys = new StorageKeys(options);
        Limits = new OutgoingLimits(options);
        Recipients = new RecipientKeys([new PinnedCertificates(options.Recipients), .. sources ?? []]);
    }

    public SecureMailOptions Options { get; }

    public CertificatePolicy Policy { get; }

    public GatewayProfile Gateway { get; }

    public StorageKeys StorageKeys { get; }

    public OutgoingLimits Limits { get; }

    public TimeStampPolicy TimeStamps { get; }

    /// <summary>Whose stamps count for mails and reports of our own.</summary>
    public TimeStampPolicy EvidenceStamps { get; }

    public OpenPgpKeys OpenPgp { get; }

    public IReadOnlyList<X509Certificate2> ServerAnchors { get; }

    public IReadOnlyList<X509Certificate2> SenderIntermediates { get; }

    public RecipientKeys Recipients { get; }

    public RecipientRsaKeys RecipientRsaKeys { get; } = new();

    public string SenderAddress => Options.Sender.Address!;

    /// <summary>Whether S/MIME mail can be sent at all; OpenPGP needs no certificate.</summary>
    public bool HasSenderCertificate => _sender is not null;

    /// <exception cref="SecureMailException">There is none, or it can no longer be loaded: it was read once, but a file changes and a card is taken out.</exception>
    public X509Certificate2 SenderCertificate => Best(_sender, MailUse.Sign);

    /// <summary>The one that mail to oneself is encrypted for.</summary>
    /// <inheritdoc cref="SenderCertificate"/>
    public X509Certificate2 OwnEncryptionCertificate => Best(_encryption, MailUse.Encrypt);

    /// <inheritdoc cref="SenderCertificate"/>
    public IEnumerable<X509Certificate2> DecryptionCertificates => _decryption.SelectMany(source => Load(source, why => new SecureMailException(
        SecureMailErrors.CannotDecrypt, $"The mail was not read. One of the DecryptionKeys can no longer be loaded: {why}")
    {
        IsTransient = true,
    }));

    // Of several in one file the newest that is good for the use; where none is, the check that follows says why.
    private X509Certificate2 Best(CertificateSource? source, MailUse use)
    {
        var all = Load(source ?? throw Fault.SenderKey("there is none, and a mail that does not go to OpenPGP keys alone needs one"), why => Fault.SenderKey(why));
        return all.Count == 1 ? all[0] : all.Where(one => Policy.Check(one, SenderAddress, use, SenderIntermediates) is CertificateFault.None).MaxBy(one => one.NotBefore) ?? all[0];
    }

    private static IReadOnlyList<X509Certificate2> Load(CertificateSource source, Func<string, SecureMailException> fault)
    {
        try
        {
            return source.GetAll();
        }
        catch (CertificateSourceException exception)
        {
            throw fault(exception.Message);
        }
    }
}
