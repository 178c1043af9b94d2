using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Pvog;
using BaseComponents.Shared;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>Checks what attributes cannot say: an address that fits the directory's environment, durations, certificates.</summary>
internal sealed class PvogAddressValidator(string registration, string section, IOptionsMonitor<AuthoritiesOptions> directories) : IValidateOptions<PvogOptions>
{
    private const int LongestClientId = 500;
    private readonly SettingProblems _problems = new(section);

    public ValidateOptionsResult Validate(string? name, PvogOptions options)
    {
        if (name != registration)
            return ValidateOptionsResult.Skip;
        var problems = Address(options).Concat(Durations(options)).Concat(Client(options)).Concat(_problems.TrustAnchors(options.TrustAnchorsPem)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Address(PvogOptions options)
    {
        if (options.BaseAddress is not { } address)
            yield break;
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            yield return $"{section}:BaseAddress: the service is reached over https at an absolute address.";
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            yield return $"{section}:BaseAddress: it has no user, no query and no fragment.";
        else if (Environment() == AuthoritiesEnvironment.Production && SandboxGuard.ProductionRefusal($"{section}:BaseAddress", address) is { } refusal)
            yield return refusal;
    }

    // What is wrong with the directory's own settings, its own validators say.
    private AuthoritiesEnvironment? Environment()
    {
        try
        {
            return directories.Get(registration).Environment;
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            return AuthoritiesEnvironment.Production;
        }
    }

    private IEnumerable<string> Durations(PvogOptions options) =>
    [
        .. _problems.Duration(nameof(options.RequestTimeout), options.RequestTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
        .. _problems.Duration(nameof(options.QuestionTimeout), options.QuestionTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5)),
        .. _problems.Duration(nameof(options.PauseAfterFailure), options.PauseAfterFailure, TimeSpan.Zero, TimeSpan.FromHours(1)),
        .. _problems.Duration(nameof(options.CacheTime), options.CacheTime, TimeSpan.Zero, TimeSpan.FromDays(1)),
        .. _problems.Duration(nameof(options.StaleIfError), options.StaleIfError, TimeSpan.Zero, TimeSpan.FromDays(30)),
    ];

    private IEnumerable<string> Client(PvogOptions options)
    {
        if (options.ClientId is { } id && (id.Length is 0 or > LongestClientId || id.Any(character => character is <= ' ' or > '~')))
            yield return $"{section}:ClientId: 1 to {LongestClientId} visible ASCII characters.";
    }
}
