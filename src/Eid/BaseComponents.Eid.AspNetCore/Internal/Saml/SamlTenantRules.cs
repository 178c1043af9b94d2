using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>What no log-in can see alone: two towns in one process must share neither sessions nor the address of their answers.</summary>
internal sealed class SamlTenantRules(IEnumerable<SamlTenant> tenants, SessionTenants sessions) : IValidateOptions<SamlTenants>
{
    public ValidateOptionsResult Validate(string? name, SamlTenants options)
    {
        var all = tenants.ToArray();
        var found = (from one in all
                     from other in all
                     where string.CompareOrdinal(one.Scheme, other.Scheme) < 0
                     from failure in Failures(one, other)
                     select failure).ToArray();
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private IEnumerable<string> Failures(SamlTenant one, SamlTenant other)
    {
        var (first, second) = (one.Options(), other.Options());
        if (string.Equals(SamlConfiguration.CallbackPath(one.Scheme, first), SamlConfiguration.CallbackPath(other.Scheme, second), StringComparison.OrdinalIgnoreCase))
            yield return $"{one.Scheme} and {other.Scheme} have the same CallbackPath: the answers of one would reach the other.";
        if (SessionsOf(one) == SessionsOf(other) && AreOfTwoTowns(first, second))
            yield return $"{one.Scheme} and {other.Scheme} belong to different authorities, but keep their sessions in the same scheme: a session of one would be good at the other. Add a cookie scheme for each and name it in SignInScheme.";
    }

    private string SessionsOf(SamlTenant tenant) => sessions.SignInScheme(sessions.Of(tenant.Scheme));

    // A town may have one entity id for citizens and another for companies, but not two of one kind.
    private static bool AreOfTwoTowns(EidSamlOptions first, EidSamlOptions second) =>
        first.PublicAddress != second.PublicAddress || (first.GetType() == second.GetType() && first.EntityId != second.EntityId);
}
