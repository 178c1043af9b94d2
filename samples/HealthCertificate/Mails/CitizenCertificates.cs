using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using HealthCertificate.Cases;
using Microsoft.EntityFrameworkCore;

namespace HealthCertificate.Mails;

/// <summary>The certificates that citizens gave with their address. What is found is checked like any other: address, purpose, dates, the way to an anchor of the settings.</summary>
public sealed class CitizenCertificates(IServiceScopeFactory scopes) : IRecipientCertificateSource
{
    public async Task<IReadOnlyList<RecipientCertificate>> FindAsync(string address, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, cases) = (scope.ServiceProvider.GetRequiredService<CaseDb>(), scope.ServiceProvider.GetRequiredService<CaseStore>());
        var hash = CaseStore.HashOfMail(address);
        var rows = await db.Cases.AsNoTracking().Where(row => row.MailHash == hash).OrderByDescending(row => row.ChangedAt).Take(10).ToListAsync(cancellationToken);
        return [.. rows.Select(row => cases.Open(row).CertificatePem).OfType<string>().Distinct().Select(pem => new RecipientCertificate { Certificate = X509Certificate2.CreateFromPem(pem) })];
    }
}
