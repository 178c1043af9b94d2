namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>The openssl command line in a folder of its own: a peer that nobody here wrote.</summary>
public sealed class OpenSsl : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openssl");

    public static OpenSsl OrSkip()
    {
        Peer.OrSkip("openssl");
        return new OpenSsl();
    }

    public string File(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    public string File(string name, string content)
    {
        System.IO.File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    public byte[] Read(string name) => System.IO.File.ReadAllBytes(PathOf(name));

    /// <summary>Where a file of that name is, or would be.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Runs openssl in the folder; fails unless it ends with exit code 0.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var (exitCode, output) = await Peer.RunAsync("openssl", arguments, _folder.FullName);
        exitCode.Should().Be(0, "openssl {0} said: {1}", string.Join(' ', arguments), output);
        return output;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
