using System.Text.Json;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>Reads a route. Only the destination is signed: what is odd in all else is left out, and never ends the answer.</summary>
internal sealed class RouteReader(RoutingVersion version)
{
    private const int LongestParameters = 256 * 1024;
    private static readonly SignedDestination _unchecked = new SignedDestination.Refused(DestinationRefusal.Missing, null);

    public RouteDraft Read(JsonElement route) => new(route.Text("destinationId"), route.Text("destinationSignature"), new Route
    {
        Destination = _unchecked,
        Name = RouteFacts.Line(route, "destinationName"),
        ShortName = RouteFacts.Line(route, "destinationShortName"),
        Logo = RouteFacts.Page(route, "destinationLogo"),
        ContactPersons = [.. route.Items("contactPersons").Take(500).Select(RouteFacts.Person).OfType<ContactPerson>()],
        Address = RouteFacts.Address(route, "address"),
        PostalAddress = RouteFacts.Address(route, "postalAddress"),
        PostOfficeBox = RouteFacts.Box(route),
        PrivacyPolicy = RouteFacts.Page(route, "privacyPolicyUrl"),
        Imprint = RouteFacts.Page(route, "imprintUrl"),
        AccessibilityStatement = RouteFacts.Page(route, "accessibilityUrl"),
        ContactForm = RouteFacts.Page(route, "contactFormUrl"),
        FurtherInformation = RouteTexts.Read(route, "furtherInformation"),
        RequiredDocuments = RouteTexts.Read(route, "requiredDocuments"),
        LegalBasis = RouteTexts.Read(route, "legalBasis"),
        Deadlines = RouteTexts.Read(route, "deadline"),
        ProcessingTime = RouteFacts.Time(route),
        CustomParameters = RouteTexts.Parameters(route),
        Origin = RouteFacts.Line(route, "origin"),
        Parameters = version == RoutingVersion.V1 ? ParametersOf(route) : null,
    });

    private static DestinationParameters? ParametersOf(JsonElement route) =>
        route.Member("destinationParameters", JsonValueKind.Object) is { } parameters && parameters.GetRawText() is { Length: <= LongestParameters } json
            ? new DestinationParameters(json, route.Text("destinationParametersSignature") is { Length: <= CompactSignature.Longest } signature ? signature : null)
            : null;
}
