using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace MunicipalService.Hosting;

/// <summary>What monitoring asks. The answers hold one word; what was found stands in the log.</summary>
public static class HealthPages
{
    /// <summary>Name of the one check that a proxy looks at.</summary>
    public const string Traffic = "traffic";

    public static void Map(WebApplication application)
    {
        // Whether the process lives: a restart mends nothing that the checks look at.
        application.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        // Whether this node takes requests: what is wrong with all of them must not take all of them away. For the proxy, every second or two.
        application.MapHealthChecks("/health/traffic", new HealthCheckOptions { Predicate = check => check.Name == Traffic });
        // Settings, certificates, keys and stores: may the application get requests?
        application.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => !check.Tags.Contains("network") });
        // All, other machines too. For the operator's monitoring, every few minutes; keep it from the outside at the proxy.
        application.MapHealthChecks("/health");
    }
}
