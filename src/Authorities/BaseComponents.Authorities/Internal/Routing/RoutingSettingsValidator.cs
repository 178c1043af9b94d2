using BaseComponents.Authorities.Routing;
using BaseComponents.Shared;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>Checks what attributes cannot say: addresses that fit the environment, durations, issuers, hosts, certificates.</summary>
internal sealed class RoutingSettingsValidator(string registration, string section, IHostEnvironment? host) : IValidateOptions<RoutingOptions>
{
    private readonly SettingProblems _problems = new(section);

    public ValidateOptionsResult Validate(string? name, RoutingOptions options)
    {
        if (name != registration)
            return ValidateOptionsResult.Skip;
        var problems = Environments(options).Concat(Addresses(options)).Concat(Issuers(options)).Concat(Hosts(options)).Concat(Durations(options)).Concat(_problems.TrustAnchors(options.TrustAnchorsPem)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Environments(RoutingOptions options)
    {
        if (options.Environment == AuthoritiesEnvironment.Sandbox && SandboxGuard.SandboxRefusal(section, host) is { } refusal)
            yield return refusal;
    }

    private IEnumerable<string> Addresses(RoutingOptions options)
    {
        if (options.BaseAddress is { } address && Problem(options, nameof(options.BaseAddress), address) is { } problem)
            yield return problem;
        if (options.PathPrefix is { } prefix && !prefix.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '-' or '.' or '_'))
            yield return $"{section}:PathPrefix: only letters, digits and / - . _ are part of a path.";
        if (options.UserAgent is { } agent && (agent.Length > 200 || agent.Any(static sign => sign is < ' ' or > '~')))
            yield return $"{section}:UserAgent: at most 200 printable ASCII characters.";
    }

    private IEnumerable<string> Issuers(RoutingOptions options)
    {
        if (options.Issuers.Count == 0)
            yield return $"{section}:Issuers: name at least one who may sign destinations.";
        if (options.Issuers.DistinctBy(issuer => issuer.Name).Count() < options.Issuers.Count)
            yield return $"{section}:Issuers: one is named twice.";
        foreach (var issuer in options.Issuers)
        {
            if (issuer.Address is not { } keys)
                yield return $"{section}:Issuers: where there is no KeySet, Name must be an address.";
            else if (Problem(options, "Issuers", keys) is { } problem)
                yield return problem;
        }
    }

    private string? Problem(RoutingOptions options, string setting, Uri address)
    {
        var where = $"{section}:{setting}";
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            return $"{where}: an absolute https address without user, query and fragment.";
        return options.Environment switch
        {
            AuthoritiesEnvironment.Production => SandboxGuard.ProductionRefusal(where, address),
            _ when address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback => $"{where}: {address.Host} must be reached over https.",
            _ => null,
        };
    }

    private IEnumerable<string> Hosts(RoutingOptions options)
    {
        if (options.SubmissionHosts.Count == 0)
            yield return $"{section}:SubmissionHosts: name at least one host that applications may be handed in at.";
        if (options.SubmissionHosts.Any(static name => Uri.CheckHostName(name) == UriHostNameType.Unknown))
            yield return $"{section}:SubmissionHosts: each is the name of a host, without scheme, port and path.";
    }

    private IEnumerable<string> Durations(RoutingOptions options) =>
    [
        .. _problems.Duration(nameof(options.Timeout), options.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        .. _problems.Duration(nameof(options.LongestRateLimitWait), options.LongestRateLimitWait, TimeSpan.Zero, TimeSpan.FromMinutes(5)),
        .. _problems.Duration(nameof(options.KeyLifetime), options.KeyLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)),
        .. _problems.Duration(nameof(options.StaleKeyLifetime), options.StaleKeyLifetime, TimeSpan.Zero, TimeSpan.FromDays(1)),
        .. _problems.Duration(nameof(options.KeyRefetchInterval), options.KeyRefetchInterval, TimeSpan.FromSeconds(1), TimeSpan.FromTicks(Math.Min(TimeSpan.FromHours(1).Ticks, options.KeyLifetime.Ticks))),
        .. _problems.Duration(nameof(options.ClockSkew), options.ClockSkew, TimeSpan.Zero, TimeSpan.FromMinutes(10)),
        .. options.MaxSignatureAge is { } age ? _problems.Duration(nameof(options.MaxSignatureAge), age, TimeSpan.FromMinutes(1), TimeSpan.FromDays(36_500)) : [],
    ];
}
