namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

/// <summary>A program that reads and writes cryptographic messages, in the four things that mail needs of it. What it cannot, it says with <see cref="PeerCannotException"/>.</summary>
internal abstract class CmsPeer : IAsyncDisposable
{
    public abstract Task<byte[]> DecryptAsync(byte[] envelope, PeerKey recipient);

    /// <summary>Whether the signature beside the content is intact, and its signer's certificate leads to the root.</summary>
    public abstract Task VerifyAsync(byte[] content, byte[] signature, PeerKey signer);

    public abstract Task<byte[]> EncryptAsync(byte[] content, EncryptionWay way, PeerKey recipient);

    /// <summary>A signature beside the content.</summary>
    public abstract Task<byte[]> SignAsync(byte[] content, SignatureWay way, PeerKey signer);

    public abstract ValueTask DisposeAsync();
}

/// <summary>What the program said instead of doing it.</summary>
internal sealed class PeerCannotException(string said) : Exception(said);

/// <summary>A program on the command line, with a folder of its own.</summary>
internal abstract class CommandPeer(string program) : CmsPeer
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("peer");

    protected string Folder => _folder.FullName;

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    protected string PathOf(string name) => Path.Combine(Folder, name);

    protected string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return name;
    }

    protected string Write(string name, string content) => Write(name, System.Text.Encoding.ASCII.GetBytes(content));

    protected async Task<byte[]> RunAsync(string? result, IEnumerable<string> arguments, byte[]? input = null, string? other = null)
    {
        if (result is not null)
            File.Delete(PathOf(result));
        var (exitCode, said) = await Peer.RunAsync(other ?? program, arguments, Folder, input);
        if (exitCode != 0)
            throw new PeerCannotException(said);
        if (result is null)
            return System.Text.Encoding.UTF8.GetBytes(said);
        return File.Exists(PathOf(result)) ? File.ReadAllBytes(PathOf(result)) : throw new PeerCannotException(said);
    }
}
