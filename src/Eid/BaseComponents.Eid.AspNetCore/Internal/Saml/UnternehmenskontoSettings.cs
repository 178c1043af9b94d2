using BaseComponents.Eid.Saml;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>What is wrong with settings of Mein Unternehmenskonto.</summary>
internal static class UnternehmenskontoSettings
{
    public static IReadOnlyList<SamlFinding> Findings(string scheme, UnternehmenskontoOptions options) => options is { AcceptTestAccounts: true, Environment: EidEnvironment.Production }
        ? [new SamlFinding(SamlFindingSeverity.Error, "lint-test-accounts", "AcceptTestAccounts: everybody can make test accounts; Production refuses them.")]
        : [];
}
