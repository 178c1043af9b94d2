using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Eid.Saml;

/// <summary>An identity provider as configuration or its metadata describe it. Nothing in a message changes what stands here.</summary>
/// <remarks>Identity Provider (SAML 2.0 metadata, section 2.4.3)</remarks>
public sealed record SamlIdentityProvider
{
    /// <summary>Its name: the Issuer of its answers.</summary>
    public required string EntityId { get; init; }

    /// <summary>Where requests are posted to.</summary>
    /// <remarks>SingleSignOnService with HTTP-POST</remarks>
    public Uri? PostAddress { get; init; }

    /// <summary>Where requests are sent by redirect.</summary>
    /// <remarks>SingleSignOnService with HTTP-Redirect</remarks>
    public Uri? RedirectAddress { get; init; }

    /// <summary>Certificates whose keys may sign its answers, each within its validity. During a change of keys the new one stands beside the old one.</summary>
    public required IReadOnlyList<X509Certificate2> SigningCertificates { get; init; }

    /// <summary>The name of the identity provider.</summary>
    public override string ToString() => EntityId;
}
