using System.Text.Json.Nodes;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>Finds the destinations for a service in an area and has them signed.</summary>
internal sealed class RoutingDesk(SandboxContext sandbox, RoutingKeys keys, Uri issuer, SignatureFaults faults)
{
    public const string SubmissionHost = "submission.fit-connect.example";

    /// <summary>Offices that take part, at the smallest area for which one does.</summary>
    public static IReadOnlyList<SandboxOffice> Find(string service, string area)
    {
        foreach (var around in RoutingPlaces.Around(area))
        {
            SandboxOffice[] found = [.. SandboxOffices.All.Where(office =>
                SandboxDestinations.Of(office) is not null && office.Services.Contains(service) && office.Areas.Any(own => RoutingPlaces.Around(own).First() == around))];
            if (found.Length > 0)
                return found;
        }

        return [];
    }

    public IEnumerable<JsonObject> Write(IEnumerable<SandboxOffice> offices, bool withParameters)
    {
        var change = faults.Next();
        foreach (var office in offices)
        {
            var destination = SandboxDestinations.Of(office)!.Value;
            var plan = change(Plan(office, destination));
            var route = RouteWriter.Write(office, destination, DestinationSigner.Sign(plan));
            if (withParameters)
            {
                route["destinationParameters"] = new JsonObject { ["encryptionKid"] = "sandbox" };
                route["destinationParametersSignature"] = DestinationSigner.Sign(plan with { Rewrite = static _ => """{"encryptionKid":"sandbox"}""" });
            }

            yield return route;
        }
    }

    private SignaturePlan Plan(SandboxOffice office, Guid destination) => new()
    {
        Algorithm = DestinationSigner.Algorithm,
        Key = keys.Current,
        KeyId = keys.Current.Id,
        Issuer = issuer.AbsoluteUri,
        SubmissionHost = SubmissionHost,
        Destination = destination,
        // Signed when the destination was set up, not when it is asked for.
        IssuedAt = sandbox.Clock.GetUtcNow().AddDays(-1),
        Entries = [new SignedEntry(office.Areas, office.Services)],
    };
}
