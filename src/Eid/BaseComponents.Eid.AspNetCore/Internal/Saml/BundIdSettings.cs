using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.BundId;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>Settings of BundID as its request; what its linter calls an error stops the start, what it calls a warning is logged.</summary>
internal static class BundIdSettings
{
    public static SamlProfile Profile(BundIdOptions options) => SamlProfile.BundId(Request(options));

    public static IReadOnlyList<SamlFinding> Findings(string scheme, BundIdOptions options) =>
        BundIdLinter.Check(Request(options), SamlConfiguration.ServiceProvider(scheme, options), options.RegisteredEntityId);

    private static BundIdRequest Request(BundIdOptions options) => new()
    {
        OrganisationDisplayName = options.OrganisationDisplayName ?? "",
        OnlineServiceId = options.OnlineServiceId ?? "",
        Attributes = [.. options.Attributes],
        Methods = [.. options.Methods],
        Language = options.Language,
        BackAddress = options.BackPath is { } path ? new Uri(options.PublicAddress!, path) : null,
    };
}
