using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Journeys.Outside;

/// <summary>Everything of a service that answers: taken from its own routes and log-ins, so that what is added later is looked at too.</summary>
internal static class Surface
{
    /// <summary>Paths with something in the place of their parameters. Files are not among them.</summary>
    public static IReadOnlyList<string> PathsOf(IServiceProvider services) =>
    [
        .. services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => Filled(endpoint.RoutePattern)).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(static path => !path.StartsWith("/css/", StringComparison.Ordinal) && !path.StartsWith("/lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        "/", "/gibt-es-nicht", "/appsettings.json", "/.git/config", "/App_Data/cases.db", "/css/", "/..%2fappsettings.json",
    ];

    /// <summary>Where the log-ins take answers of others: in front of the routes.</summary>
    public static async Task<IReadOnlyList<string>> LogInPathsOfAsync(IServiceProvider services) =>
    [
        .. from scheme in await services.GetRequiredService<IAuthenticationSchemeProvider>().GetRequestHandlerSchemesAsync()
           from below in new[] { "", "/launch", "/tctoken", "/refresh", "/status.js", "/logout", "/metadata" }
           select $"/signin-{scheme.Name.ToLowerInvariant()}{below}",
    ];

    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(static segment => string.Concat(segment.Parts.Select(static part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "4711",
        }))));
}
