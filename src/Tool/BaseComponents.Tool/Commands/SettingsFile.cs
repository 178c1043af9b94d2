using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tool.Commands;

/// <summary>Settings in the form of appsettings.json. Private keys of the Sandbox stand in them, so that the file is for its owner alone.</summary>
internal static class SettingsFile
{
    private static readonly JsonSerializerOptions _form = new() { WriteIndented = true };

    /// <summary>Written beside and renamed: whoever waits for the file never reads half of it.</summary>
    public static async Task WriteAsync(IConfiguration configuration, string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var stream = Create(draft))
                await JsonSerializer.SerializeAsync(stream, ToJson(configuration), _form, cancellationToken);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static JsonObject ToJson(IConfiguration section)
    {
        var json = new JsonObject();
        foreach (var child in section.GetChildren())
            json[child.Key] = child.GetChildren().Any() ? ToJson(child) : JsonValue.Create(child.Value);
        return json;
    }
}
