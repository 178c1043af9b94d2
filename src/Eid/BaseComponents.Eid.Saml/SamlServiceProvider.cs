using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Eid.Saml;

/// <summary>This application as identity providers know it.</summary>
/// <remarks>Diensteanbieter, Service Provider (SAML 2.0 metadata, section 2.4.4)</remarks>
public sealed record SamlServiceProvider
{
    /// <summary>
    /// Name at the identity provider: an https address without port that belongs to the municipality. Pseudonyms of BundID are made from its host: with another host every citizen becomes a stranger.
    /// </summary>
    public required string EntityId { get; init; }

    /// <summary>Where answers are posted to, exactly as registered.</summary>
    /// <remarks>AssertionConsumerService with HTTP-POST</remarks>
    public required Uri AnswerAddress { get; init; }

    /// <summary>Signs requests; with an RSA key of at least 2048 bits.</summary>
    public required X509Certificate2 SigningCertificate { get; init; }

    /// <summary>Open encrypted assertions. During a change of keys the new one stands beside the old one.</summary>
    public IReadOnlyList<X509Certificate2> DecryptionCertificates { get; init; } = [];

    /// <summary>With what requests are signed.</summary>
    /// <value><see cref="SamlSignatureAlgorithm.RsaPssSha256"/></value>
    public SamlSignatureAlgorithm SignatureAlgorithm { get; init; }

    /// <summary>Name of the type: the certificates stay out of logs.</summary>
    public override string ToString() => nameof(SamlServiceProvider);
}
