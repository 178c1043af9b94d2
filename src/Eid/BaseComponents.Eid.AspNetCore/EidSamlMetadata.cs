using BaseComponents.Eid.AspNetCore.Internal.Saml;
using BaseComponents.Eid.Saml.Metadata;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Describes this application for the operator of a log-in, out of the very settings that the log-in uses.</summary>
public static class EidSamlMetadata
{
    /// <summary>Metadata for BundID.</summary>
    /// <param name="options">Settings of the log-in; certificates are loaded from where they say.</param>
    /// <param name="scheme">Name of the log-in, from which the address for answers is made where no path is set.</param>
    /// <exception cref="EidException">A certificate cannot be loaded, or a setting is missing (<c>eid.saml-metadata</c>).</exception>
    public static string Write(BundIdOptions options, string scheme = EidDefaults.BundIdScheme) => Write(options, scheme, wantsSignedAssertions: true);

    /// <summary>Metadata for Mein Unternehmenskonto, which signs its response and not the assertion.</summary>
    /// <param name="options">Settings of the log-in; certificates are loaded from where they say.</param>
    /// <param name="scheme">Name of the log-in, from which the address for answers is made where no path is set.</param>
    /// <exception cref="EidException">A certificate cannot be loaded, or a setting is missing (<c>eid.saml-metadata</c>).</exception>
    public static string Write(UnternehmenskontoOptions options, string scheme = EidDefaults.UnternehmenskontoScheme) => Write(options, scheme, wantsSignedAssertions: false);

    private static string Write(EidSamlOptions options, string scheme, bool wantsSignedAssertions)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        if (options is not { EntityId: not null, PublicAddress.IsAbsoluteUri: true })
            throw new EidException("eid.saml-metadata", "The metadata cannot be written: EntityId and PublicAddress must be set.");
        try
        {
            return SamlMetadataWriter.Write(SamlConfiguration.ServiceProvider(scheme, options), wantsSignedAssertions);
        }
        catch (BaseComponents.Shared.CertificateSourceException exception)
        {
            throw new EidException("eid.saml-metadata", $"The metadata cannot be written: SigningCertificate or DecryptionCertificates: {exception.Message}", exception);
        }
    }
}
