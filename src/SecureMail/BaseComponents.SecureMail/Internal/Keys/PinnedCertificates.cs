namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>What the settings say. Whoever stands there is asked for nowhere else. Who has an OpenPGP key only has none here.</summary>
internal sealed class PinnedCertificates(IEnumerable<RecipientOptions> recipients) : IRecipientCertificateSource
{
    private readonly Dictionary<string, RecipientCertificate> _known = recipients
        .Where(recipient => !string.IsNullOrWhiteSpace(recipient.CertificatePem))
        .ToDictionary(recipient => recipient.Address!, Read, StringComparer.OrdinalIgnoreCase);

    public Task<IReadOnlyList<RecipientCertificate>> FindAsync(string address, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<RecipientCertificate>>(_known.TryGetValue(address, out var found) ? [found] : []);

    private static RecipientCertificate Read(RecipientOptions recipient)
    {
        var certificates = PemCertificates.Read(recipient.CertificatePem);
        return new RecipientCertificate
        {
            Certificate = certificates[0],
            Intermediates = [.. certificates.Skip(1)],
            KeyTransport = recipient.KeyTransport,
            ContentEncryption = recipient.ContentEncryption,
        };
    }
}
