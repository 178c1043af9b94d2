using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Sandbox.Internal.Pki;

/// <summary>Where certificates say that their revocation can be looked up (RFC 5280 sections 4.2.1.13 and 4.2.2.1).</summary>
internal sealed record RevocationPlaces(Uri List, Uri Responder)
{
    public IEnumerable<X509Extension> Extensions()
    {
        yield return CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([List.AbsoluteUri]);
        yield return new X509AuthorityInformationAccessExtension([Responder.AbsoluteUri], null);
    }
}
