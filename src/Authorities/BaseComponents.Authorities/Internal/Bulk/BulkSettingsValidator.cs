using BaseComponents.Authorities.Bulk;
using BaseComponents.Shared;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>Checks what attributes cannot say: addresses that fit the environment, durations, certificates.</summary>
internal sealed class BulkSettingsValidator(string registration, string section, IHostEnvironment? host) : IValidateOptions<BulkDeliveryOptions>
{
    private readonly SettingProblems _problems = new(section);

    public ValidateOptionsResult Validate(string? name, BulkDeliveryOptions options)
    {
        if (name != registration)
            return ValidateOptionsResult.Skip;
        var problems = Environments(options).Concat(Addresses(options)).Concat(Durations(options)).Concat(_problems.TrustAnchors(options.TrustAnchorsPem)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Environments(BulkDeliveryOptions options)
    {
        if (options.Environment == AuthoritiesEnvironment.Sandbox && SandboxGuard.SandboxRefusal(section, host) is { } refusal)
            yield return refusal;
    }

    private IEnumerable<string> Addresses(BulkDeliveryOptions options)
    {
        if (options.BaseAddress is { } basis)
        {
            if (Problem(options, nameof(options.BaseAddress), basis) is { } problem)
                yield return problem;
            else if (!basis.AbsolutePath.EndsWith('/') || basis.Query.Length > 0 || basis.Fragment.Length > 0)
                yield return $"{section}:BaseAddress must end with a slash, and have no query.";
            else if (BulkAddress.Of(options) is null)
                yield return $"{section}: Path and Query do not lead to an address below BaseAddress.";
        }

        if (options.TokenAddress is { } tokens && Problem(options, nameof(options.TokenAddress), tokens) is { } wrong)
            yield return wrong;
    }

    private string? Problem(BulkDeliveryOptions options, string setting, Uri address) => address switch
    {
        // Id and secret go there in every environment.
        not { IsAbsoluteUri: true, Scheme: "https", UserInfo: "" } => $"{section}:{setting} must be an absolute https address without a user name.",
        _ when options.Environment == AuthoritiesEnvironment.Production => SandboxGuard.ProductionRefusal($"{section}:{setting}", address),
        _ => null,
    };

    private IEnumerable<string> Durations(BulkDeliveryOptions options) =>
    [
        .. _problems.Duration(nameof(options.PageTimeout), options.PageTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        .. _problems.Duration(nameof(options.RunTimeout), options.RunTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(30)),
        .. _problems.Duration(nameof(options.LongestWait), options.LongestWait, TimeSpan.Zero, TimeSpan.FromDays(1)),
    ];
}
