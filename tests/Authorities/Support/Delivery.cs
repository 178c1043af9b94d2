
namespace BaseComponents.Tests.Authorities.Support;

/// <summary>Writes deliveries as a standard would have them, or not.</summary>
internal static class Delivery
{
    public const string Dog = "99102013104000";
    public const string Car = "99036020001000";
    public const string RootStart = """<xzufi:transfer xmlns:xzufi="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0">""";

    public static string Of(params string[] objects) => $"<?xml version=\"1.0\" encoding=\"utf-8\"?>{RootStart}{string.Concat(objects)}</xzufi:transfer>";

    public static string Write(string content) => $"<xzufi:schreibe>{content}</xzufi:schreibe>";

    public static string Service(string key = Dog, string name = "Hund anmelden", string more = "") => Write($"""
        <xzufi:leistung>
          <xzufi:id schemeAgencyID="S" schemeID="Leistung">L{key}</xzufi:id>
          <xzufi:referenzLeiKa><code>{key}</code></xzufi:referenzLeiKa>
          <xzufi:modulText><xzufi:leikaTextmodul><code>03</code></xzufi:leikaTextmodul><xzufi:inhalt languageCode="de">{name}</xzufi:inhalt></xzufi:modulText>
          {more}
        </xzufi:leistung>
        """);

    public static string Unit(string id, string content = "", string? name = null) => Write($"""
        <xzufi:organisationseinheit>
          <xzufi:id schemeAgencyID="S" schemeID="Organisationseinheit">{id}</xzufi:id>
          <xzufi:name><xzufi:name languageCode="de">{name ?? id}</xzufi:name></xzufi:name>
          {content}
        </xzufi:organisationseinheit>
        """);

    public static string Competence(string area, string key = Dog, string? role = "01", string more = "", string? id = null) => $"""
        <xzufi:zustaendigkeit>
          <xzufi:id schemeAgencyID="S" schemeID="ZustaendigkeitOrganisationseinheit">{id ?? $"Z{area}{key}{role}"}</xzufi:id>
          <xzufi:leistungID schemeAgencyID="S" schemeID="Leistung">L{key}</xzufi:leistungID>
          {string.Concat(area.Split(' ').Select(one => $"<xzufi:gebietID>{one}</xzufi:gebietID>"))}
          {(role is null ? "" : $"<xzufi:rolle><code>{role}</code></xzufi:rolle>")}
          {more}
        </xzufi:zustaendigkeit>
        """;

    public static string Detached(string unit, string competence) => Write($"""
        <xzufi:zustaendigkeitTransferObjekt>
          <xzufi:uebergeordnetesObjektID schemeAgencyID="S" schemeID="Organisationseinheit">{unit}</xzufi:uebergeordnetesObjektID>
          {competence}
        </xzufi:zustaendigkeitTransferObjekt>
        """);

    /// <summary>The dog service and one unit for each area given.</summary>
    public static string For(params string[] areas) => Of([Service(), .. areas.Select(area => Unit($"office-{area}", Competence(area)))]);

    public static string Valid(string? from = null, string? to = null) =>
        $"<xzufi:gueltigkeit>{(from is null ? "" : $"<xzufi:beginn>{from}</xzufi:beginn>")}{(to is null ? "" : $"<xzufi:ende>{to}</xzufi:ende>")}</xzufi:gueltigkeit>";

}
