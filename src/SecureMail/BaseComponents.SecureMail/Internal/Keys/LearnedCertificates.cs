using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>What was learned, as the last source of all: only for addresses that neither the settings nor a directory know.</summary>
internal sealed class LearnedCertificates(ILearnedCertificateStore store) : IRecipientCertificateSource
{
    public async Task<IReadOnlyList<RecipientCertificate>> FindAsync(string address, CancellationToken cancellationToken = default) =>
        await store.FindAsync(address, cancellationToken).ConfigureAwait(false) is { } learned ? [Read(learned)] : [];

    public static RecipientCertificate Read(LearnedCertificate learned) => new()
    {
        Certificate = X509CertificateLoader.LoadCertificate(learned.Encoded.Span),
        Intermediates = [.. learned.Intermediates.Select(encoded => X509CertificateLoader.LoadCertificate(encoded.Span))],
    };
}
