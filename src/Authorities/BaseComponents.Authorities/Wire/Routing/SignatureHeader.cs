using System.Text.Json;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>
/// The header of a signature: one algorithm, no extensions. A key that it brings along, or the address of one, is never looked at (RFC 8725
/// sections 3.1 and 3.10).
/// </summary>
internal static class SignatureHeader
{
    private const string Algorithm = "PS512";
    private const string Type = "jwt";
    private const int LongestKeyId = 200;

    /// <returns>Why it cannot be used; null if it can.</returns>
    public static DestinationRefusal? Read(byte[] json, out string keyId)
    {
        keyId = "";
        using var document = StrictJson.Read(json);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } header)
            return DestinationRefusal.Malformed;
        if (header.Text("alg") != Algorithm || header.TryGetProperty("crit", out _) || header.TryGetProperty("b64", out _))
            return DestinationRefusal.Algorithm;
        if (header.TryGetProperty("typ", out _) && !Type.Equals(header.Text("typ"), StringComparison.OrdinalIgnoreCase))
            return DestinationRefusal.Malformed;
        if (header.Text("kid") is not { Length: > 0 and <= LongestKeyId } named)
            return DestinationRefusal.Malformed;
        keyId = named;
        return null;
    }
}
