namespace BaseComponents.Tool.Commands;

/// <summary>A file that only its owner reads. It gets its name when it is whole: whoever waits for it never reads half of it.</summary>
internal static class OwnFile
{
    private const int Buffer = 128 * 1024;

    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="mayReplace">Whether one of that name gives way.</param>
    /// <exception cref="IOException">There is one of that name, and it must not give way.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write, bool mayReplace = false)
    {
        if (!mayReplace && File.Exists(path))
            throw new IOException($"'{path}' exists already.");
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            T result;
            await using (var file = Create(draft))
                result = await write(file);
            File.Move(draft, path, mayReplace);
            return result;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = Buffer };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
