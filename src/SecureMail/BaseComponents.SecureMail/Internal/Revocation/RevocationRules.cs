namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>Weighs what is known of a chain's revocation by the policy of the use.</summary>
internal sealed class RevocationRules(RevocationOptions options, RevocationChecker checker, TimeProvider clock)
{
    public async Task<CertificateJudgement> JudgeAsync(CertificatePath path, MailUse use, CancellationToken cancellationToken)
    {
        var policy = use switch
        {
            MailUse.Sign => options.Sender,
            MailUse.Verify => options.Signers,
            _ => options.Recipients,
        };
        if (policy is RevocationPolicy.Off)
            return new CertificateJudgement(CertificateFault.None, RevocationStatus.NotLookedUp);
        var finding = await LookAsync(path, cancellationToken).ConfigureAwait(false);
        return finding.State switch
        {
            RevocationState.Revoked => new CertificateJudgement(CertificateFault.Revoked, default),
            RevocationState.Good => new CertificateJudgement(CertificateFault.None, RevocationStatus.NotRevoked) { Proofs = finding.Proofs },
            _ when policy is RevocationPolicy.Hard => new CertificateJudgement(CertificateFault.RevocationUnknown, default),
            _ => new CertificateJudgement(CertificateFault.None, RevocationStatus.Unknown) { Proofs = finding.Proofs },
        };
    }

    // Issuers take expired certificates off their lists (RFC 5280 section 3.3): that one is not there says nothing any more.
    private async Task<RevocationFinding> LookAsync(CertificatePath path, CancellationToken cancellationToken)
    {
        var finding = await checker.CheckAsync(path.Certificates, cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow().UtcDateTime;
        return finding.State is RevocationState.Good && path.Certificates.Any(certificate => now > certificate.NotAfter.ToUniversalTime()) ? RevocationFinding.Unknown : finding;
    }
}
