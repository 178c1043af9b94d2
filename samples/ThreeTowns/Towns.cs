using BaseComponents.Eid.AspNetCore;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ThreeTowns;

/// <summary>Several municipalities in one process: each has log-in, session, payment service and sender of its own, under its own name.</summary>
public static class Towns
{
    /// <summary>Adds every municipality below the section <c>Towns</c>. Names are part of stored rows and cookies: they never change.</summary>
    public static void AddTowns(this IServiceCollection services, IConfiguration configuration, Action<DbContextOptionsBuilder> database)
    {
        #region towns
        var authentication = services.AddAuthentication();
        foreach (var town in configuration.GetSection("Towns").GetChildren())
        {
            authentication.AddCookie($"session-{town.Key}").AddBundId($"bundid-{town.Key}", town.GetSection("BundId"));
            services.AddPayments(town.Key, town.GetSection("Payments")).AddEntityFrameworkStore(database).AddReturnPage();
            services.AddSecureMail(town.Key, town.GetSection("SecureMail")).AddEntityFrameworkOutbox(database);
        }
        #endregion
    }
}
