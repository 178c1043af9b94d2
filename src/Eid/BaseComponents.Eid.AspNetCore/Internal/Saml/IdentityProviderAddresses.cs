using BaseComponents.Eid.Saml;
using BaseComponents.Shared;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>What is wrong with where requests go, whether settings or metadata say so.</summary>
internal static class IdentityProviderAddresses
{
    public static IEnumerable<string> Failures(string section, EidSamlOptions options, SamlIdentityProvider identityProvider)
    {
        (SamlBinding Binding, Uri? Address)[] all = [(SamlBinding.Post, identityProvider.PostAddress), (SamlBinding.Redirect, identityProvider.RedirectAddress)];
        return all.Select(one => Failure($"{section}:{one.Binding}Address", one.Address, isUsed: one.Binding == options.Binding, options.Environment)).OfType<string>();
    }

    private static string? Failure(string setting, Uri? address, bool isUsed, EidEnvironment? environment) => address switch
    {
        null => isUsed ? $"{setting} is missing, and the metadata name none: requests travel by this binding." : null,
        { IsAbsoluteUri: false } => $"{setting}: the address must be absolute.",
        _ => environment is EidEnvironment.Production ? SandboxGuard.ProductionRefusal(setting, address) : null,
    };
}
