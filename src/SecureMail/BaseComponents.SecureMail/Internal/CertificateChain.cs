using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal;

/// <summary>The way from a certificate to a pinned anchor, built without asking anyone (RFC 5280).</summary>
internal static class CertificateChain
{
    /// <param name="certificate">Where the way begins.</param>
    /// <param name="anchors">Where it must end.</param>
    /// <param name="intermediates">What it may lead over.</param>
    /// <param name="purpose">Extended key usage that every certificate on the way must allow.</param>
    /// <param name="time">When it must be valid; null leaves the periods of validity out.</param>
    /// <returns>The way, or null where there is none.</returns>
    public static CertificatePath? Find(
        X509Certificate2 certificate, IReadOnlyCollection<X509Certificate2> anchors, IEnumerable<X509Certificate2> intermediates, string purpose, DateTimeOffset? time)
    {
        using var chain = new X509Chain { ChainPolicy = HttpDefaults.ChainPolicy(anchors) };
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(purpose));
        if (time is { } now)
            chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        else
            chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        foreach (var intermediate in intermediates)
            chain.ChainPolicy.ExtraStore.Add(intermediate);
        var isTrusted = chain.Build(certificate) && chain.ChainElements.SkipLast(1).All(element => CertificateSignature.IsGood(element.Certificate));
        var path = new CertificatePath([.. chain.ChainElements.Select(element => element.Certificate)]);
        if (isTrusted)
            return path;
        path.Dispose();
        return null;
    }
}
