using BaseComponents.Eid.AspNetCore.Internal.Saml;
using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>What no log-in can see alone: two towns in one process must share neither sessions nor paths.</summary>
internal sealed class EidServerTenantRules(IEnumerable<EidServerTenant> tenants, IEnumerable<SamlTenant> samlTenants, SessionTenants sessions) : IValidateOptions<EidServerTenants>
{
    public ValidateOptionsResult Validate(string? name, EidServerTenants options)
    {
        Place[] cards, others;
        try
        {
            (cards, others) = ([.. tenants.Select(OfCard)], [.. samlTenants.Select(OfSaml)]);
        }
        catch (OptionsValidationException)
        {
            // One of them is wrong by itself, which stops the start with words of its own.
            return ValidateOptionsResult.Skip;
        }

        string[] found =
        [
            .. from one in cards
               from other in cards
               where string.CompareOrdinal(one.Scheme, other.Scheme) < 0
               from failure in Failures(one, other)
               select failure,
            .. from one in cards
               from other in others
               from failure in Failures(one, other)
               select failure,
        ];
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static IEnumerable<string> Failures(Place one, Place other)
    {
        if (IsWithin(one.Path, other.Path) || IsWithin(other.Path, one.Path))
            yield return $"{one.Scheme} and {other.Scheme} have the same CallbackPath, or one below the other: the answers of one would reach the other.";
        if (one.Sessions == other.Sessions && one.Town != other.Town)
            yield return $"{one.Scheme} and {other.Scheme} belong to different authorities, but keep their sessions in the same scheme: a session of one would be good at the other. Add a cookie scheme for each and name it in SignInScheme.";
    }

    private static bool IsWithin(string path, string other) => (path + "/").StartsWith(other + "/", StringComparison.OrdinalIgnoreCase);

    private Place OfCard(EidServerTenant tenant)
    {
        var options = tenant.Options();
        return new(tenant.Scheme, EidServerPaths.BaseOf(tenant.Scheme, options), options.PublicAddress, SessionsOf(tenant.Scheme));
    }

    private Place OfSaml(SamlTenant tenant)
    {
        var options = tenant.Options();
        return new(tenant.Scheme, SamlConfiguration.CallbackPath(tenant.Scheme, options), options.PublicAddress, SessionsOf(tenant.Scheme));
    }

    private string SessionsOf(string scheme) => sessions.SignInScheme(sessions.Of(scheme));

    private sealed record Place(string Scheme, string Path, Uri? Town, string Sessions);
}
