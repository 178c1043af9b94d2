using System.Text;

namespace BaseComponents.Tests.SecureMail;

/// <summary>The temp folder of this process for a while. Tests that look into it run alone.</summary>
[CollectionDefinition(nameof(TempFolder), DisableParallelization = true)]
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mail");
    private readonly string? _before = Environment.GetEnvironmentVariable("TMPDIR");

    public TempFolder() => Environment.SetEnvironmentVariable("TMPDIR", _folder.FullName);

    public IReadOnlyList<FileInfo> Files => _folder.GetFiles();

    public static string Read(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("TMPDIR", _before);
        _folder.Delete(recursive: true);
    }
}
