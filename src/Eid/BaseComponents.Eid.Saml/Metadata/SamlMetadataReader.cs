using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using BaseComponents.Eid.Saml.Internal;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml.Metadata;

/// <summary>
/// Reads the description of an identity provider. It holds the keys that everything else is trusted by, so it counts only if its signature is of
/// a configured certificate, or if the file is the very one whose SHA-256 is configured.
/// </summary>
/// <remarks>EntityDescriptor with IDPSSODescriptor (SAML 2.0 metadata)</remarks>
public static class SamlMetadataReader
{
    private static readonly XmlLimits Limits = new() { Bytes = 1024 * 1024, Elements = 5000 };

    /// <summary>Reads a file whose SHA-256 is known.</summary>
    /// <param name="metadata">The file.</param>
    /// <param name="sha256">Its SHA-256 in hexadecimal digits.</param>
    /// <param name="entityId">The identity provider to take out of it.</param>
    /// <param name="now">The time, to tell whether it has expired.</param>
    /// <exception cref="SamlMetadataException">Another file, or not what it should be.</exception>
    public static SamlIdentityProvider ReadPinned(ReadOnlySpan<byte> metadata, string sha256, string entityId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        var digest = Convert.ToHexString(SHA256.HashData(metadata));
        if (!string.Equals(digest, sha256.Trim(), StringComparison.OrdinalIgnoreCase))
            throw new SamlMetadataException("metadata-not-pinned", $"The file has the SHA-256 {digest}, which is not the configured one. If the operator published new metadata, compare it with what the operator says over another channel, then configure the new value.");
        return Guarded(metadata, document => Read(document, entityId, now));
    }

    /// <summary>Reads a file that is signed.</summary>
    /// <param name="metadata">The file.</param>
    /// <param name="signers">Certificates whose keys may have signed it, from the operator over another channel.</param>
    /// <param name="entityId">The identity provider to take out of it.</param>
    /// <param name="now">The time, to tell whether it has expired.</param>
    /// <exception cref="SamlMetadataException">Not signed by one of them, or not what it should be.</exception>
    /// <exception cref="CryptographicException">The key of a signer is too weak.</exception>
    public static SamlIdentityProvider ReadSigned(ReadOnlySpan<byte> metadata, IReadOnlyList<X509Certificate2> signers, string entityId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(signers);
        var keys = new SigningKeySet(signers);
        return Guarded(metadata, document =>
        {
            (EnvelopedSignature.Find(document.DocumentElement!) ?? throw new XmlRefusedException("metadata-not-signed")).Verify(keys.ValidAt(now));
            return Read(document, entityId, now);
        });
    }

    private static SamlIdentityProvider Guarded(ReadOnlySpan<byte> metadata, Func<XmlDocument, SamlIdentityProvider> read)
    {
        try
        {
            return read(HostileXml.Read(metadata, Limits));
        }
        catch (XmlRefusedException refused)
        {
            throw new SamlMetadataException(refused.Reason, "The metadata of the identity provider is not acceptable. Fetch it again from the operator.");
        }
        catch (CryptographicException)
        {
            throw new SamlMetadataException("metadata-certificate", "The metadata of the identity provider holds a certificate that cannot be used: unreadable, or with a weak key. Ask the operator.");
        }
    }

    private static SamlIdentityProvider Read(XmlDocument document, string entityId, DateTimeOffset now)
    {
        var root = document.DocumentElement!;
        var entities = root.Is("EntityDescriptor", SamlNames.Metadata) ? [root] : root.Elements("EntityDescriptor", SamlNames.Metadata).ToArray();
        if (entities.Where(entity => entity.Attribute("entityID") == entityId).ToArray() is not [var found])
            throw new SamlMetadataException("metadata-entity", $"The metadata does not describe {entityId} exactly once. Check IdentityProvider:EntityId.");
        if (found.Elements("IDPSSODescriptor", SamlNames.Metadata).ToArray() is not [var descriptor])
            throw new SamlMetadataException("metadata-role", $"{entityId} is no identity provider in this metadata.");
        if (new[] { root, found, descriptor }.Any(element => element.Attribute("validUntil") is { } until && (SamlTime.Read(until) is not { } end || end <= now)))
            throw new SamlMetadataException("metadata-expired", "The metadata of the identity provider has expired. Fetch it again from the operator.");
        return new SamlIdentityProvider
        {
            EntityId = entityId,
            PostAddress = Address(descriptor, SamlNames.PostBinding),
            RedirectAddress = Address(descriptor, SamlNames.RedirectBinding),
            SigningCertificates = Certificates(descriptor),
        };
    }

    private static Uri? Address(XmlElement descriptor, string binding)
    {
        var location = descriptor.Elements("SingleSignOnService", SamlNames.Metadata).FirstOrDefault(service => service.Attribute("Binding") == binding)?.Attribute("Location");
        return location is null ? null : Uri.TryCreate(location, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? new Uri(location) : throw new XmlRefusedException("metadata-address");
    }

    private static X509Certificate2[] Certificates(XmlElement descriptor)
    {
        X509Certificate2[] certificates =
        [
            .. descriptor.Elements("KeyDescriptor", SamlNames.Metadata)
                .Where(key => key.Attribute("use") is null or "signing")
                .SelectMany(key => key.Elements("KeyInfo", XmlSecurityUris.Dsig))
                .SelectMany(info => info.Elements("X509Data", XmlSecurityUris.Dsig))
                .SelectMany(data => data.Elements("X509Certificate", XmlSecurityUris.Dsig))
                .Select(element => X509CertificateLoader.LoadCertificate(element.Base64(16 * 1024) ?? throw new XmlRefusedException("metadata-certificate"))),
        ];
        if (certificates.Length == 0)
            throw new XmlRefusedException("metadata-no-signing-key");
        if (certificates.Select(SigningKeySet.Problem).OfType<string>().Any())
            throw new CryptographicException();
        return certificates;
    }
}
