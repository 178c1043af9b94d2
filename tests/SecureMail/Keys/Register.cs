using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.Keys;

/// <summary>An application's own source of certificates, which counts how often it is asked.</summary>
internal sealed class Register(params ThrowAwayMailKey[] keys) : IRecipientCertificateSource
{
    public int Asked { get; private set; }

    public Exception? Failure { get; set; }

    public static RecipientCertificate Entry(ThrowAwayMailKey key) => new() { Certificate = X509Certificate2.CreateFromPem(key.CertificatePem) };

    public Task<IReadOnlyList<RecipientCertificate>> FindAsync(string address, CancellationToken cancellationToken = default)
    {
        Asked++;
        return Failure is null ? Task.FromResult<IReadOnlyList<RecipientCertificate>>([.. keys.Select(Entry)]) : throw Failure;
    }
}
