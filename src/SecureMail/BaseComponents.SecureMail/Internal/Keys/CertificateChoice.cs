namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>
/// Which of several certificates is used: of those that pass every check now, the one that became valid last, since a holder who renews wants the new one used; where
/// two began at the same moment, the thumbprint decides, so that the answer is the same each time.
/// </summary>
/// <param name="Suitable">The one to use, or null.</param>
/// <param name="Revocation">What is known about its revocation.</param>
/// <param name="Faults">Why the others were passed over.</param>
internal sealed record CertificateChoice(RecipientCertificate? Suitable, RevocationStatus Revocation, IReadOnlyList<CertificateFault> Faults)
{
    // More than anybody holds; a source that says more wants to keep us busy.
    private const int MaxCandidates = 100;

    public static async Task<CertificateChoice> AmongAsync(
        IReadOnlyList<RecipientCertificate> found, string address, CertificatePolicy policy, CancellationToken cancellationToken)
    {
        var faults = new List<CertificateFault>();
        // Revocation is asked for one after the other: most of the time the first will do.
        foreach (var candidate in found.Count == 1 ? found : InOrder(found, address, policy, faults))
        {
            var check = await policy.CheckAsync(candidate.Certificate, address, MailUse.Encrypt, candidate.Intermediates, null, cancellationToken).ConfigureAwait(false);
            if (check.Fault is CertificateFault.None)
                return new CertificateChoice(candidate, check.Revocation, faults);
            faults.Add(check.Fault);
        }

        return new CertificateChoice(null, RevocationStatus.NotLookedUp, faults);
    }

    private static IReadOnlyList<RecipientCertificate> InOrder(IReadOnlyList<RecipientCertificate> found, string address, CertificatePolicy policy, List<CertificateFault> faults)
    {
        var candidates = new List<RecipientCertificate>();
        foreach (var one in found.Take(MaxCandidates))
        {
            if (policy.Check(one.Certificate, address, MailUse.Encrypt, one.Intermediates) is not CertificateFault.None and var fault)
                faults.Add(fault);
            else
                candidates.Add(one);
        }

        return [.. candidates.OrderByDescending(one => one.Certificate.NotBefore).ThenBy(one => one.Certificate.Thumbprint, StringComparer.Ordinal)];
    }
}
