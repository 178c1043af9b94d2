using System.Text.Json;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>Reads areas.</summary>
internal static class AreaPageReader
{
    /// <returns>The area; null where it has no number or name.</returns>
    public static RoutingArea? Read(JsonElement area) =>
        AreaId.TryParse(area.Text("id"), out var id) && RouteFacts.Line(area, "name") is { } name ? new RoutingArea(id, name, RouteFacts.Line(area, "type") ?? "") : null;
}
