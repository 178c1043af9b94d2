using BaseComponents.Eid.AspNetCore.Internal.Health;
using BaseComponents.Eid.EidServer;
using BaseComponents.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>What attributes cannot say about the options of one scheme.</summary>
internal sealed class EidServerRules(string scheme, string section, IHostEnvironment? host, SessionKeysRule sessionKeys) : IValidateOptions<EidServerOptions>
{
    public ValidateOptionsResult Validate(string? name, EidServerOptions options)
    {
        if (name != scheme)
            return ValidateOptionsResult.Skip;
        string[] failures = [.. Failures(options).OfType<string>(), .. AttributeRules.Failures(section, options), .. CertificateRules.Failures(section, options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string?> Failures(EidServerOptions options) =>
    [
        options.Environment is EidEnvironment.Sandbox ? SandboxGuard.SandboxRefusal(section, host) : null,
        sessionKeys.Failure(options.Environment),
        PublicAddressFailure(options),
        AddressFailure(options),
        ClientAddressFailure(options.ClientAddress),
        options.Environment is EidEnvironment.Sandbox || options.MobileClientAddress is null or { IsAbsoluteUri: true, Scheme: "eid" }
            ? null
            : $"{section}:MobileClientAddress must begin with eid: to open the AusweisApp.",
        options.ClientServerAddress is null or { IsAbsoluteUri: true, Scheme: "https" } ? null : $"{section}:ClientServerAddress must be an https address.",
        options.CommunicationAddresses.All(static address => address is { IsAbsoluteUri: true, Scheme: "https" }) ? null : $"{section}:CommunicationAddresses must be https addresses.",
        options.CommunicationCertificatesSha256.All(ServedCertificate.IsHash) ? null : $"{section}:CommunicationCertificatesSha256 must be SHA-256 hashes: 64 hexadecimal digits each, with or without colons.",
        options.MinimumLevel is AssuranceLevel.Unknown ? $"{section}:MinimumLevel: Unknown would let everybody in. Demand Basic or more." : null,
        VersionFailure(options),
        PathFailure("OutcomePath", options.OutcomePath),
        PathFailure("CallbackPath", options.CallbackPath),
        PathFailure("LaunchPath", options.LaunchPath),
        options.CallbackPath is "/" || options.CallbackPath?.EndsWith('/') is true ? $"{section}:CallbackPath must not end with '/'." : null,
        scheme.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? null : $"{section}: the scheme's name becomes part of cookies and paths; use letters, digits and hyphens.",
        ReturnTarget.SettingFailure(section, options.AllowedReturnOrigins, options.Environment),
    ];

    private string? PublicAddressFailure(EidServerOptions options) => options.PublicAddress switch
    {
        null => null,
        { IsAbsoluteUri: false } => $"{section}:PublicAddress must be an absolute address.",
        { Scheme: not "https" } when options.Environment is not EidEnvironment.Sandbox => $"{section}:PublicAddress must be an https address: the AusweisApp accepts no other.",
        { AbsolutePath: not "/" } or { Query.Length: > 0 } or { Fragment.Length: > 0 } => $"{section}:PublicAddress is scheme, host and port only; the path is CallbackPath.",
        var address when options.Environment is EidEnvironment.Production => SandboxGuard.ProductionRefusal($"{section}:PublicAddress", address),
        _ => null,
    };

    private string? AddressFailure(EidServerOptions options) => options.Address switch
    {
        null => null,
        { IsAbsoluteUri: false } => $"{section}:Address must be an absolute address.",
        { Scheme: not "https" } => $"{section}:Address must be an https address: personal data come from there.",
        { Query.Length: > 0 } or { Fragment.Length: > 0 } => $"{section}:Address must have neither query nor fragment.",
        var address when options.Environment is EidEnvironment.Production => SandboxGuard.ProductionRefusal($"{section}:Address", address),
        _ => null,
    };

    // Elsewhere it could be anybody who is shown the way to the token.
    private string? ClientAddressFailure(Uri? address) => address is null or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true }
        ? null
        : $"{section}:ClientAddress must be an http address on the citizen's own computer, such as http://127.0.0.1:24727/eID-Client.";

    // Otherwise the first citizen would meet it.
    private string? VersionFailure(EidServerOptions options) => options.ServerVersion is EidServerVersion.From24 || options.TransactionInfo is null
        ? null
        : $"{section}:TransactionInfo needs an eID-Server that takes requests by version 2.4 of the guideline, and ServerVersion is {options.ServerVersion}. Leave TransactionInfo out, or set ServerVersion to From24 if the operator confirms it.";

    private string? PathFailure(string setting, string? path) => path is null || (path.StartsWith('/') && RedirectHttpResult.IsLocalUrl(path) && !path.Contains('?', StringComparison.Ordinal))
        ? null
        : $"{section}:{setting} must be a path of this application that begins with one '/'.";
}
