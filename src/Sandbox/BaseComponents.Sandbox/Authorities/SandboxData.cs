using System.Text.Json;

namespace BaseComponents.Sandbox.Authorities;

/// <summary>The data files that come with the Sandbox.</summary>
internal static class SandboxData
{
    /// <summary>The region list in the JSON form of XRepository.</summary>
    public static byte[] Regions { get; } = Read("regions.json");

    /// <summary>Postal codes with the municipality keys they cover.</summary>
    public static byte[] PostalCodes { get; } = Read("postal-codes.csv");

    public static OfficeCatalogue ReadCatalogue() => JsonSerializer.Deserialize<OfficeCatalogue>(Read("offices.json"), JsonSerializerOptions.Web)!;

    private static byte[] Read(string name)
    {
        using var stream = typeof(SandboxData).Assembly.GetManifestResourceStream($"BaseComponents.Sandbox.Authorities.Data.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
