using System.Text.Json;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>Reads what the service says of itself.</summary>
internal static class InfoReader
{
    /// <exception cref="JsonException">It says no version.</exception>
    public static RoutingInfo Read(JsonElement root) =>
        root.Member("version", JsonValueKind.Object) is { } version
            && version.Number("major") is >= 0 and var major && version.Number("minor") is >= 0 and var minor && version.Number("patch") is >= 0 and var patch
                ? new RoutingInfo(new Version(major, minor, patch))
                : throw new JsonException("It says no version.");
}
