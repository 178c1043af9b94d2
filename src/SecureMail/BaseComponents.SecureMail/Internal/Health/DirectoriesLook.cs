using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.WebKeys;
using BaseComponents.Shared.Health;

namespace BaseComponents.SecureMail.Internal.Health;

/// <summary>Whether the directories of certificates (LDAP) and keys (Web Key Directory) answer.</summary>
internal sealed class DirectoriesLook(string name, Func<MailSettings> settings, IReadOnlyList<IRecipientCertificateSource> sources)
{
    private const string Consequence = "Until it answers, mail to recipients who are not pinned is refused.";

    public Task LookAsync(HealthFindings all, CancellationToken cancellationToken)
    {
        var findings = all.For(name);
        return findings.GuardAsync(async () =>
        {
            var current = settings();
            foreach (var (index, source) in sources.Index())
                await CertificatesAsync(findings, $"directory {index + 1}", source, current.SenderAddress, cancellationToken).ConfigureAwait(false);
            foreach (var (index, domain) in current.Options.OpenPgp.WebKeyDirectory.Domains.Index())
                await KeysAsync(findings, $"OpenPgp:WebKeyDirectory:Domains:{index}", current.OpenPgp.Directory, domain.Domain!, cancellationToken).ConfigureAwait(false);
        });
    }

    // Asked for ourselves: whether it answers counts, not what.
    private static async Task CertificatesAsync(HealthFindings findings, string subject, IRecipientCertificateSource source, string address, CancellationToken cancellationToken)
    {
        try
        {
            var found = await source.FindAsync(address, cancellationToken).ConfigureAwait(false);
            findings.Ok("key-directory", subject, $"It answers, with {found.Count} certificate(s) for the sender's own address.");
        }
        catch (SecureMailException exception)
        {
            findings.Fail("key-directory-unusable", subject, exception.Message, $"See docs/errors.md#{exception.Code}. {Consequence}");
        }
    }

    // Nobody has that address, so what is remembered from before never answers for the directory.
    private static async Task KeysAsync(HealthFindings findings, string subject, WebKeyDirectory directory, string domain, CancellationToken cancellationToken)
    {
        var nobody = $"health-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}@{domain}";
        if (await directory.FindAsync(nobody, cancellationToken).ConfigureAwait(false) is WebKeyAnswer.Unavailable { Problem: var problem })
            findings.Fail("key-directory-unusable", subject, $"The Web Key Directory {WebKeyFault.Words(problem)}", $"Look at its domain, Server, TrustAnchorsPem and Proxy. {Consequence}");
        else
            findings.Ok("key-directory", subject, "It answers.");
    }
}
