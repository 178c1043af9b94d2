using BaseComponents.Eid.AspNetCore.Internal.Broker;
using BaseComponents.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>What attributes cannot say about the options of one scheme.</summary>
internal sealed class EidBrokerRules(string scheme, string section, IHostEnvironment? host, SessionKeysRule sessionKeys) : IValidateOptions<EidBrokerOptions>
{
    public ValidateOptionsResult Validate(string? name, EidBrokerOptions options)
    {
        if (name != scheme)
            return ValidateOptionsResult.Skip;
        var failures = Failures(options).OfType<string>().ToArray();
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string?> Failures(EidBrokerOptions options) =>
    [
        EnvironmentFailure(options),
        AuthorityFailure(options),
        sessionKeys.Failure(options.Environment),
        options.MinimumLevel is AssuranceLevel.Unknown ? $"{section}:MinimumLevel: Unknown would let everybody in. Demand Basic or more." : null,
        PathFailure("OutcomePath", options.OutcomePath),
        PathFailure("CallbackPath", options.CallbackPath),
        TrustAnchorsFailure(options.TrustAnchorsPem),
        ReturnTarget.SettingFailure(section, options.AllowedReturnOrigins, options.Environment),
        ClientSecretFailure(options),
        PathFailure("BackChannelLogoutPath", options.BackChannelLogoutPath),
        PathFailure("Client:KeysPath", options.Client.KeysPath),
        .. BrokerKeyRules.Failures(section, options),
        .. BrokerTokenRules.Failures(section, options),
        .. options.SigningAlgorithms.Except(IdTokenRules.DefaultAlgorithms).Select(algorithm =>
            $"{section}:SigningAlgorithms: '{algorithm}' is not accepted. Name some of {string.Join(", ", IdTokenRules.DefaultAlgorithms)}."),
    ];

    private string? ClientSecretFailure(EidBrokerOptions options) =>
        string.IsNullOrEmpty(options.ClientSecret) && options.Client.Authentication is not BrokerClientAuthentication.PrivateKeyJwt
            ? $"{section}:ClientSecret is missing. Set it, or set Client:Authentication to PrivateKeyJwt and Client:SigningCertificates."
            : null;

    private string? EnvironmentFailure(EidBrokerOptions options) => options switch
    {
        { Environment: EidEnvironment.Sandbox } => SandboxGuard.SandboxRefusal(section, host),
        { Environment: EidEnvironment.Production, Authority: { } authority } => SandboxGuard.ProductionRefusal($"{section}:Authority", authority),
        _ => null,
    };

    private string? AuthorityFailure(EidBrokerOptions options) => options.Authority switch
    {
        null => null,
        { IsAbsoluteUri: false } => $"{section}:Authority must be an absolute address.",
        { Scheme: not "https" } => $"{section}:Authority must be an https address: keys and tokens come from there.",
        { Query.Length: > 0 } or { Fragment.Length: > 0 } => $"{section}:Authority must have neither query nor fragment.",
        _ => null,
    };

    private string? PathFailure(string setting, string? path) => path is null || (path.StartsWith('/') && RedirectHttpResult.IsLocalUrl(path))
        ? null
        : $"{section}:{setting} must be a path of this application that begins with one '/'.";

    private string? TrustAnchorsFailure(string? pem)
    {
        try
        {
            foreach (var anchor in HttpDefaults.TrustAnchors(pem))
                anchor.Dispose();
            return null;
        }
        catch (CertificateSourceException exception)
        {
            return $"{section}:TrustAnchorsPem: {exception.Message}";
        }
    }
}
