using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Internal.Revocation;
using BaseComponents.SecureMail.Internal.TimeStamps;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal;

/// <summary>The options of one sender with their certificates loaded.</summary>
internal sealed class MailSettings
{
    private readonly CertificateSource _sender;
    private readonly IReadOnlyList<CertificateSource> _decryption;

    public MailSettings(SecureMailOptions options, TimeProvider clock, IReadOnlyList<IRecipientCertificateSource>? sources = null)
    {
        Options = options;
        var revocation = RevocationSetup.Rules(options.Revocation, clock);
        Policy = new CertificatePolicy(PemCertificates.Read(options.TrustAnchorsPem), revocation, clock);
        TimeStamps = new TimeStampPolicy(PemCertificates.ReadOptional(options.TimeStampAnchorsPem), revocation, clock);
        ServerAnchors = PemCertificates.ReadOptional(options.Smtp.TrustAnchorsPem);
        SenderIntermediates = PemCertificates.ReadOptional(options.Sender.IntermediatesPem);
        _sender = options.Sender.Certificate.ToSource();
        _decryption = [.. options.DecryptionKeys.Select(key => key.ToSource())];
        Recipients = new RecipientKeys([new PinnedCertificates(options.Recipients), .. sources ?? []]);
    }

    public SecureMailOptions Options { get; }

    public CertificatePolicy Policy { get; }

    public TimeStampPolicy TimeStamps { get; }

    public IReadOnlyList<X509Certificate2> ServerAnchors { get; }

    public IReadOnlyList<X509Certificate2> SenderIntermediates { get; }

    public RecipientKeys Recipients { get; }

    public string SenderAddress => Options.Sender.Address!;

    /// <exception cref="SecureMailException">It can no longer be loaded: it was read once, but a file changes and a card is taken out.</exception>
    public X509Certificate2 SenderCertificate => Load(_sender, why => Fault.SenderKey(why));

    /// <inheritdoc cref="SenderCertificate"/>
    public IEnumerable<X509Certificate2> DecryptionCertificates => _decryption.Select(source => Load(source, why => new SecureMailException(
        SecureMailErrors.CannotDecrypt, $"The mail was not read. One of the DecryptionKeys can no longer be loaded: {why}")));

    private static X509Certificate2 Load(CertificateSource source, Func<string, SecureMailException> fault)
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
