using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal;

/// <summary>The options of one sender with their certificates loaded.</summary>
internal sealed class MailSettings
{
    private readonly CertificateSource _sender;
    private readonly IReadOnlyList<CertificateSource> _decryption;
    private readonly Dictionary<string, RecipientKey> _recipients;

    public MailSettings(SecureMailOptions options, TimeProvider clock)
    {
        Options = options;
        Policy = new CertificatePolicy(PemCertificates.Read(options.TrustAnchorsPem), clock);
        ServerAnchors = PemCertificates.ReadOptional(options.Smtp.TrustAnchorsPem);
        SenderIntermediates = PemCertificates.ReadOptional(options.Sender.IntermediatesPem);
        _sender = options.Sender.Certificate.ToSource();
        _decryption = [.. options.DecryptionKeys.Select(key => key.ToSource())];
        _recipients = options.Recipients.ToDictionary(
            recipient => recipient.Address!, recipient => RecipientKey.From(recipient, options.DefaultKeyTransport), StringComparer.OrdinalIgnoreCase);
    }

    public SecureMailOptions Options { get; }

    public CertificatePolicy Policy { get; }

    public IReadOnlyList<X509Certificate2> ServerAnchors { get; }

    public IReadOnlyList<X509Certificate2> SenderIntermediates { get; }

    public string SenderAddress => Options.Sender.Address!;

    public X509Certificate2 SenderCertificate => _sender.Get();

    public IEnumerable<X509Certificate2> DecryptionCertificates => _decryption.Select(source => source.Get());

    public RecipientKey? FindRecipient(string address) => _recipients.GetValueOrDefault(address);
}
