namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>Why a recipient stops a mail, in words.</summary>
internal static class RecipientRefusal
{
    // The fault that is nearest to a certificate that works is told first: it says best what to ask the recipient for.
    private static readonly CertificateFault[] _nearest =
        [CertificateFault.RevocationUnknown, CertificateFault.Expired, CertificateFault.NotYetValid, CertificateFault.Revoked, CertificateFault.WeakKey, CertificateFault.WrongUsage, CertificateFault.AddressMismatch, CertificateFault.Untrusted];

    /// <param name="faults">One of each certificate that was found.</param>
    /// <param name="recipient">Who it is.</param>
    /// <param name="origin">Where the certificates come from, such as "configured certificate".</param>
    public static SecureMailException Of(IReadOnlyList<CertificateFault> faults, RecipientPlace recipient, string origin)
    {
        var nearest = faults.OrderBy(fault => Array.IndexOf(_nearest, fault) is >= 0 and var place ? place : _nearest.Length).First();
        if (nearest is CertificateFault.RevocationUnknown)
            return Fault.RevocationUnknown(recipient.Index, recipient.Count);
        var (code, what) = Words(nearest, origin);
        var others = faults.Count > 1 ? $" {faults.Count} certificates were found, and none may be used: {Counted(faults)}." : "";
        return Fault.Recipient(code, recipient.Index, recipient.Count, what + others);
    }

    public static SecureMailException Unanswered(RecipientPlace recipient, string why, bool isTransient) => new(
        SecureMailErrors.DirectoryUnavailable, $"Nothing was sent. Recipient {recipient.Index + 1} of {recipient.Count}: a source of certificates cannot say whether it knows this address. {why}")
    {
        RecipientIndex = recipient.Index,
        IsTransient = isTransient,
    };

    private static string Counted(IEnumerable<CertificateFault> faults) => string.Join(", ", faults.GroupBy(fault => fault).Select(same => $"{same.Count()} {same.Key}"));

    private static (string Code, string What) Words(CertificateFault fault, string origin) => fault switch
    {
        CertificateFault.Expired => (SecureMailErrors.CertificateExpired, $"the {origin} has expired. Ask the recipient for the new one."),
        CertificateFault.NotYetValid => (SecureMailErrors.CertificateExpired, $"the {origin} is not valid yet. Check the clock, or use the one before it."),
        CertificateFault.Untrusted => (SecureMailErrors.CertificateUntrusted, $"the {origin} does not lead to an anchor in TrustAnchorsPem."),
        CertificateFault.Revoked => (SecureMailErrors.CertificateRevoked, $"the {origin}, or one above it, has been revoked. Ask the recipient for the new one."),
        CertificateFault.AddressMismatch => (SecureMailErrors.CertificateUnsuitable, $"the {origin} belongs to another address (subject alternative name)."),
        CertificateFault.WeakKey => (SecureMailErrors.CertificateUnsuitable, $"the key of the {origin} is neither an RSA key of at least 2048 bit nor one on a NIST or brainpool curve of at least 256 bit, nor X25519."),
        _ => (SecureMailErrors.CertificateUnsuitable, $"the {origin} is not made for encrypting mail (keyEncipherment, or keyAgreement on a curve; emailProtection)."),
    };
}
