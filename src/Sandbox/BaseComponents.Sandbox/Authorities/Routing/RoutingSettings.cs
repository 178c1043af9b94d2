using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>Settings that point a router at this Sandbox.</summary>
internal static class RoutingSettings
{
    private const string Section = "BaseComponents:Authorities:Routing";

    public static IEnumerable<KeyValuePair<string, string?>> For(SandboxContext sandbox) => new Dictionary<string, string?>
    {
        [$"{Section}:Environment"] = "Sandbox",
        [$"{Section}:BaseAddress"] = new Uri(sandbox.HttpsAddress, RoutingEndpoints.BasePath).AbsoluteUri,
        [$"{Section}:Issuers:0:Name"] = RoutingEndpoints.Issuer(sandbox).AbsoluteUri,
        [$"{Section}:SubmissionHosts:0"] = RoutingDesk.SubmissionHost,
        [$"{Section}:TrustAnchorsPem"] = sandbox.Authority.RootPem,
    };
}
