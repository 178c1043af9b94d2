namespace BaseComponents.Tool.Commands.Mail;

/// <summary>A new file that only its owner reads. It gets its name when it is whole.</summary>
internal static class OwnFile
{
    private const int Buffer = 128 * 1024;

    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        if (File.Exists(path))
            throw new IOException($"'{path}' exists already.");
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            T result;
            await using (var file = Create(draft))
                result = await write(file);
            File.Move(draft, path, overwrite: false);
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
