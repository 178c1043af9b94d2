using Microsoft.AspNetCore.Diagnostics.HealthChecks;
#if (HasLogin)
using BaseComponents.Eid.AspNetCore;
#endif
#if (Payment)
using BaseComponents.Payments.AspNetCore;
#endif

namespace BaseService;

/// <summary>What monitoring asks. The answers hold one word; what was found stands in the log.</summary>
public static class ServiceHealth
{
    public static void Add(IServiceCollection services)
    {
        var checks = services.AddHealthChecks();
#if (HasLogin)
        checks.AddEidHealth();
#endif
#if (Payment)
        checks.AddPayments();
#endif
    }

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
