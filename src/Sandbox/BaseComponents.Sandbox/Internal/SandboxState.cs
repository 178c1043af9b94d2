using System.Collections.Concurrent;
using System.Text.Json;

namespace BaseComponents.Sandbox.Internal;

/// <summary>Small named JSON documents, in memory or as files that survive a kill of the process.</summary>
internal sealed class SandboxState
{
    // Counted up when documents of an earlier version can no longer be read, or would be read as something else.
    private const int Format = 1;
    private readonly ConcurrentDictionary<string, byte[]> _memory = new(StringComparer.Ordinal);
    private readonly string? _path;

    public SandboxState(string? path)
    {
        _path = path;
        if (path is null)
            return;
        // First, since only the last folder of a path gets its rights.
        PrivateFiles.CreateFolder(path);
        CheckFormat(path);
    }

    /// <summary>The document of that name (lower-case letters, digits, hyphen, one folder level), or null.</summary>
    public T? Read<T>(string name)
        where T : class
    {
        var json = _path is null ? _memory.GetValueOrDefault(name) : ReadFile(FileOf(name));
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException exception)
        {
            throw new IOException($"The document '{name}' in the state folder '{_path}' is damaged. Delete the folder to begin afresh.", exception);
        }
    }

    /// <summary>Stores the document; when the call returns it is on the disk.</summary>
    public void Write<T>(string name, T document)
        where T : class
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(document, JsonSerializerOptions.Web);
        if (_path is null)
            _memory[name] = json;
        else
            WriteFile(FileOf(name), json);
    }

    /// <summary>Names of all documents in a folder, in ordinal order.</summary>
    public IReadOnlyList<string> List(string folder)
    {
        var names = _path is null
            ? _memory.Keys.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            : FilesOf(folder);
        return [.. names.Order(StringComparer.Ordinal)];
    }

    private void CheckFormat(string path)
    {
        var kept = Read<KeptFormat>("format");
        if (kept is null && !Directory.Exists(Path.Combine(path, "pki")))
            Write("format", new KeptFormat(Format));
        else if (kept?.Format != Format)
            throw new IOException($"The state folder '{path}' was kept by another version of the Sandbox. Name another folder, or delete this one to begin afresh.");
    }

    private IEnumerable<string> FilesOf(string folder)
    {
        var directory = Path.Combine(_path!, folder);
        return Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory, "*.json").Select(file => $"{folder}/{Path.GetFileNameWithoutExtension(file)}")
            : [];
    }

    private string FileOf(string name)
    {
        if (name.Length == 0 || name.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '/')))
            throw new ArgumentException($"'{name}' is not a document name.", nameof(name));
        return Path.Combine(_path!, name + ".json");
    }

    private static byte[]? ReadFile(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;

    // Written beside and renamed, so that a kill leaves the old document or the new one, never half of one.
    private static void WriteFile(string file, byte[] json)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Guid.NewGuid():N}.tmp";
        using (var stream = PrivateFiles.Create(draft))
        {
            stream.Write(json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
    }

    private sealed record KeptFormat(int Format);
}
