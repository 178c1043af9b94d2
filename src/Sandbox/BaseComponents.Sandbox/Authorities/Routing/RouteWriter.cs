using System.Text.Json.Nodes;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>Writes what the routing service says of an office.</summary>
internal static class RouteWriter
{
    public static JsonObject Write(SandboxOffice office, Guid destination, string signature) => new()
    {
        ["destinationId"] = destination.ToString(),
        ["destinationSignature"] = signature,
        ["destinationName"] = office.Name,
        ["destinationShortName"] = office.Name[(office.Name.LastIndexOf(',') + 1)..].Trim(),
        ["destinationLogo"] = "https://amt.example/wappen.svg",
        ["contactPersons"] = new JsonArray(new JsonObject { ["name"] = "Erika Mustermann", ["tel"] = "+49 30 23125 000", ["email"] = office.MailAddress }),
        ["address"] = Address(office, "Musterstraße", "1"),
        ["postalAddress"] = Address(office, "Musterplatz", "2 a"),
        ["postOfficeBox"] = new JsonObject { ["postOfficeBox"] = "Postfach 1 00", ["zip"] = office.PostalCode, ["city"] = office.City },
        ["privacyPolicyUrl"] = "https://amt.example/datenschutz",
        ["imprintUrl"] = "https://amt.example/impressum",
        ["accessibilityUrl"] = "https://amt.example/barrierefreiheit",
        ["contactFormUrl"] = "https://amt.example/kontakt",
        ["furtherInformation"] = Text("<p>Alles hier ist <b>erfunden</b>.</p>", "<p>All of this is <b>invented</b>.</p>"),
        ["requiredDocuments"] = Text("<ul><li style=\"color:red\">Ausweis</li></ul>", "<ul><li>identity card</li></ul>"),
        ["legalBasis"] = Text("<p>Keine.</p>", "<p>None.</p>"),
        ["deadline"] = Text("<p>Zwei Wochen.</p>", "<p>Two weeks.</p>"),
        ["processingDuration"] = new JsonObject { ["minDuration"] = 1, ["maxDuration"] = 4, ["unit"] = "week" },
        ["customParameters"] = new JsonObject { ["prozessvariante"] = "sandbox", ["mahnfrist"] = 14 },
        ["origin"] = "SANDBOX",
    };

    private static JsonObject Address(SandboxOffice office, string street, string number) =>
        new() { ["street"] = street, ["houseNumber"] = number, ["zip"] = office.PostalCode, ["city"] = office.City };

    private static JsonObject Text(string german, string english) => new() { ["description"] = new JsonObject { ["de"] = german, ["en"] = english } };
}
