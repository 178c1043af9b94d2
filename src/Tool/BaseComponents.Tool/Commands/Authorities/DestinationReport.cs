using System.Globalization;
using System.Text.Json;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary>Destinations with what their signatures are worth, in words or for a script.</summary>
internal static class DestinationReport
{
    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web);

    public static void Print(IReadOnlyList<Route> routes, bool json)
    {
        if (json)
        {
            PrintJson(routes);
            return;
        }

        if (routes.Count == 0)
            Console.WriteLine("No destination: nobody there takes applications for it over FIT-Connect.");
        foreach (var route in routes)
        {
            Console.WriteLine(Columns.Visible(route.Name ?? "(no name)"));
            Console.WriteLine(Columns.Visible("  " + Describe(route.Destination)));
        }
    }

    private static string Describe(SignedDestination destination) => destination switch
    {
        SignedDestination.Verified verified => string.Create(CultureInfo.InvariantCulture, $"verified: {verified.Id} at {verified.SubmissionHost}, signed by {verified.Issuer} on {verified.IssuedAt:yyyy-MM-dd}"),
        SignedDestination.Refused refused => $"refused, nothing may be sent there: {refused.Reason} ({refused.Claimed?.ToString() ?? "no identifier"})",
        _ => "",
    };

    private static void PrintJson(IReadOnlyList<Route> routes) => Console.WriteLine(JsonSerializer.Serialize(
        routes.Select(route => (route.Name, route.Origin, Verified: route.Destination as SignedDestination.Verified, Refused: route.Destination as SignedDestination.Refused)).Select(route => new
        {
            name = route.Name,
            origin = route.Origin,
            destination = route.Verified?.Id,
            submissionHost = route.Verified?.SubmissionHost,
            issuer = route.Verified?.Issuer,
            issuedAt = route.Verified?.IssuedAt,
            refusal = route.Refused?.Reason.ToString(),
            claimed = route.Refused?.Claimed,
        }),
        _form));
}
