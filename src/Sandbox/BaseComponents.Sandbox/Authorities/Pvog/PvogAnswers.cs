using System.Text.Json.Nodes;

namespace BaseComponents.Sandbox.Authorities.Pvog;

/// <summary>Writes what the search service says of places, services and units, in its JSON.</summary>
internal static class PvogAnswers
{
    private const string Agency = "SANDBOX";

    public static string DescriptionId(string service) => $"{Agency}.LB.{service}";

    public static string UnitId(SandboxOffice office) => $"{Agency}.OE.{office.Id}";

    public static JsonObject Place(SandboxPlace place, string code) => new()
    {
        ["ars"] = place.Key,
        ["ags"] = place.Key[..5] + place.Key[9..],
        ["name"] = place.Name,
        ["zip"] = code,
        ["zipCodeCount"] = place.PostalCodes.Count,
    };

    public static JsonObject Descriptions(ServiceEntry? service) => new()
    {
        ["content"] = service is null ? [] : new JsonArray(new JsonObject { ["id"] = DescriptionId(service.Key), ["onlineServiceLinks"] = new JsonArray(), ["organisationIds"] = new JsonArray() }),
        ["totalElements"] = service is null ? 0 : 1,
        ["number"] = 0,
    };

    public static JsonObject Title(SandboxOffice office) => new() { ["id"] = UnitId(office), ["title"] = office.Name, ["role"] = Role(RoleOf(office)), ["criteria"] = null };

    /// <param name="office">The unit.</param>
    /// <param name="role">In which capacity it calls itself.</param>
    /// <param name="isChanged">Whether somebody has put in an address and account of his own.</param>
    public static JsonObject Unit(SandboxOffice office, string role, bool isChanged) => new()
    {
        ["id"] = UnitId(office),
        ["languages"] = new JsonArray("de"),
        ["title"] = office.Name,
        ["forms"] = new JsonArray(),
        ["employees"] = new JsonArray(),
        ["additionalInformation"] = new JsonArray(new JsonObject { ["type"] = "INFO_TIMES", ["text"] = "<p>Mo–Do 8–12 Uhr</p>" }),
        ["bankAccounts"] = isChanged ? new JsonArray(new JsonObject { ["iban"] = "DE02120300000000202051", ["bic"] = "BYLADEM1001" }) : [],
        ["location"] = new JsonObject
        {
            ["addresses"] = new JsonArray(new JsonObject { ["type"] = "Hausanschrift", ["street"] = "Musterstraße", ["houseNumber"] = "1", ["zip"] = office.PostalCode, ["city"] = office.City, ["geo"] = null }),
            ["communications"] = new JsonArray(new JsonObject { ["code"] = "01", ["name"] = "E-Mail", ["value"] = isChanged ? "fremd@anderswo.example" : office.MailAddress }),
        },
        ["internetAddresses"] = new JsonArray(),
        ["communicationSystems"] = new JsonArray(),
        ["role"] = Role(role),
    };

    /// <summary>Whoever only advises is a contact, whatever the delivery calls it.</summary>
    public static string RoleOf(SandboxOffice office) => office.AdvisesOnly ? "03" : office.Role;

    private static JsonObject Role(string code) => new() { ["code"] = code, ["name"] = code == "03" ? "Ansprechpunkt" : "Zuständige Stelle" };
}
