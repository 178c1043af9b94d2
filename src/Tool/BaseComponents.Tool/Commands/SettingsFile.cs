using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tool.Commands;

/// <summary>Settings in the form of appsettings.json. Private keys of the Sandbox stand in them, so that the file is for its owner alone.</summary>
internal static class SettingsFile
{
    private static readonly JsonSerializerOptions _form = new() { WriteIndented = true };

    public static async Task WriteAsync(IConfiguration configuration, string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var settings = ToJson(configuration);
        await OwnFile.WriteAsync(path, async stream =>
        {
            await JsonSerializer.SerializeAsync(stream, settings, _form, cancellationToken);
            return settings;
        }, mayReplace: true);
    }

    private static JsonObject ToJson(IConfiguration section)
    {
        var json = new JsonObject();
        foreach (var child in section.GetChildren())
            json[child.Key] = child.GetChildren().Any() ? ToJson(child) : JsonValue.Create(child.Value);
        return json;
    }
}
