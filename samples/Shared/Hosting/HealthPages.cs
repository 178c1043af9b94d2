using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace MunicipalService.Hosting;

/// <summary>What monitoring asks. The answers hold one word; what was found stands in the log.</summary>
public static class HealthPages
{
    public static void Map(WebApplication application)
    {
        // Whether the process lives: a restart mends nothing that the checks look at.
        application.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        // Settings, certificates, keys and stores: may the application get requests?
        application.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => !check.Tags.Contains("network") });
        // All, other machines too. For the operator's monitoring, every few minutes; keep it from the outside at the proxy.
        application.MapHealthChecks("/health");
    }
}
