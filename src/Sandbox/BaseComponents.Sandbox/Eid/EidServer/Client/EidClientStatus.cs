using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>Who answers here, in the two forms that pages ask for before they offer the way over an AusweisApp.</summary>
internal static class EidClientStatus
{
    private static readonly (string Name, string Value)[] _lines =
    [
        ("Implementation-Title", "BaseComponents Sandbox"),
        ("Implementation-Vendor", "BaseComponents contributors"),
        ("Implementation-Version", "0"),
        ("Name", "Sandbox"),
        ("Specification-Title", "TR-03124-1"),
        ("Specification-Vendor", "Federal Office for Information Security"),
        ("Specification-Version", "1.3"),
    ];

    public static IResult Show(HttpContext context, string form)
    {
        // Any page may ask; it learns nothing about anybody.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers.CacheControl = "no-store";
        return form.Equals("json", StringComparison.OrdinalIgnoreCase)
            ? Results.Json(_lines.ToDictionary(line => line.Name, line => line.Value))
            : Results.Text(string.Concat(_lines.Select(line => $"{line.Name}: {line.Value}\n")), "text/plain; charset=utf-8");
    }
}
