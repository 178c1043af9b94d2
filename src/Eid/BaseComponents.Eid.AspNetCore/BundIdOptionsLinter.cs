using BaseComponents.Eid.AspNetCore.Internal.Saml;
using BaseComponents.Eid.Saml;
using BaseComponents.Shared;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Says of settings what BundID would refuse, without starting the application.</summary>
public static class BundIdOptionsLinter
{
    /// <summary>All findings; certificates are loaded from where the settings say.</summary>
    /// <param name="options">The settings.</param>
    public static IReadOnlyList<SamlFinding> Check(BundIdOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Missing(options) is [_, ..] missing)
            return [.. missing.Select(setting => new SamlFinding(SamlFindingSeverity.Error, "lint-setting-missing", $"{setting} is not set."))];
        try
        {
            return BundIdSettings.Findings(EidDefaults.BundIdScheme, options);
        }
        catch (CertificateSourceException exception)
        {
            return [new SamlFinding(SamlFindingSeverity.Error, "lint-certificate", $"SigningCertificate or DecryptionCertificates: {exception.Message}")];
        }
    }

    private static string[] Missing(BundIdOptions options) =>
    [
        .. new (string Name, object? Value)[]
        {
            (nameof(options.EntityId), options.EntityId),
            (nameof(options.PublicAddress), options.PublicAddress is { IsAbsoluteUri: true } address ? address : null),
        }.Where(setting => setting.Value is null).Select(setting => setting.Name),
    ];
}
