using System.Security.Cryptography;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.Metadata;
using BaseComponents.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>What attributes cannot say about the options of one scheme. Certificates are loaded: one that cannot be used stops the start, not the first citizen.</summary>
internal sealed class SamlRules<TOptions>(
    string scheme, string section, IHostEnvironment? host, SessionKeysRule sessionKeys, TimeProvider clock, Func<string, TOptions, IReadOnlyList<SamlFinding>> findings) : IValidateOptions<TOptions>
    where TOptions : EidSamlOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (name != scheme)
            return ValidateOptionsResult.Skip;
        var found = Failures(options).OfType<string>().ToArray();
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private IEnumerable<string?> Failures(TOptions options)
    {
        string?[] simple =
        [
            EnvironmentFailure(options),
            sessionKeys.Failure(options.Environment),
            PublicAddressFailure(options),
            options.MinimumLevel is AssuranceLevel.Unknown ? $"{section}:MinimumLevel: Unknown would let everybody in. Demand Basic or more." : null,
            PathFailure("OutcomePath", options.OutcomePath),
            PathFailure("CallbackPath", options.CallbackPath),
            scheme.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? null : $"{section}: the scheme's name becomes part of cookies and paths; use letters, digits and hyphens.",
            IdentityProviderFailure(options.IdentityProvider),
            ReturnTarget.SettingFailure(section, options.AllowedReturnOrigins, options.Environment),
        ];
        // What is missing altogether is said by the attributes of the options.
        var isComplete = options is { EntityId: not null, PublicAddress.IsAbsoluteUri: true };
        return isComplete ? simple.Concat(CertificateFailures(options)) : simple;
    }

    private string? EnvironmentFailure(TOptions options) => options.Environment is EidEnvironment.Sandbox ? SandboxGuard.SandboxRefusal(section, host) : null;

    private string? PublicAddressFailure(TOptions options) => options.PublicAddress switch
    {
        null => null,
        { IsAbsoluteUri: false } => $"{section}:PublicAddress must be an absolute address.",
        { Scheme: not "https" } when options.Environment is not EidEnvironment.Sandbox => $"{section}:PublicAddress must be an https address: answers hold personal data.",
        { AbsolutePath: not "/" } or { Query.Length: > 0 } or { Fragment.Length: > 0 } => $"{section}:PublicAddress is scheme, host and port only; the path is CallbackPath.",
        _ => null,
    };

    private string? PathFailure(string setting, string? path) => path is null || (path.StartsWith('/') && RedirectHttpResult.IsLocalUrl(path))
        ? null
        : $"{section}:{setting} must be a path of this application that begins with one '/'.";

    private string? IdentityProviderFailure(SamlIdentityProviderOptions options) => options switch
    {
        { MetadataPath: { Length: > 0 }, MetadataSha256: null or "", MetadataSignersPem: null or "" } =>
            $"{section}:IdentityProvider: metadata hold the keys that everything is trusted by. Configure MetadataSha256 or MetadataSignersPem.",
        { MetadataPath: { Length: > 0 } } => null,
        { PostAddress: null, RedirectAddress: null } => $"{section}:IdentityProvider: PostAddress, RedirectAddress or MetadataPath is missing.",
        { CertificatesPem: null or "" } => $"{section}:IdentityProvider:CertificatesPem is missing: without the identity provider's certificates no answer can be checked.",
        _ => null,
    };

    // The setting that the identity provider's certificates, or those that vouch for them, came from.
    private static string CertificateSetting(SamlIdentityProviderOptions options) => options switch
    {
        { MetadataPath: null or "" } => nameof(options.CertificatesPem),
        { MetadataSha256: null or "" } => nameof(options.MetadataSignersPem),
        _ => nameof(options.MetadataPath),
    };

    private IEnumerable<string> CertificateFailures(TOptions options)
    {
        try
        {
            var identityProvider = SamlConfiguration.IdentityProvider(options.IdentityProvider, clock);
            using var reader = new SamlResponseReader(SamlConfiguration.ServiceProvider(scheme, options), identityProvider, clock);
            return
            [
                .. IdentityProviderAddresses.Failures($"{section}:IdentityProvider", options, identityProvider),
                .. findings(scheme, options).Where(finding => finding.Severity is SamlFindingSeverity.Error).Select(finding => $"{section}: {finding.Code}: {finding.Message}"),
            ];
        }
        catch (CertificateSourceException exception)
        {
            return [$"{section}: SigningCertificate or DecryptionCertificates: {exception.Message}"];
        }
        catch (SamlMetadataException exception)
        {
            return [$"{section}:IdentityProvider: {exception.Message}"];
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            return [$"{section}:IdentityProvider:{CertificateSetting(options.IdentityProvider)} cannot be read, or holds a certificate with a weak key."];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [$"{section}:IdentityProvider:MetadataPath cannot be read. Check that the file exists and that this process may read it."];
        }
    }
}
