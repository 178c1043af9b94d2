namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

/// <summary>NSS, the library of Thunderbird, by its own command line.</summary>
internal sealed class NssPeer() : CommandPeer("cmsutil")
{
    private readonly HashSet<string> _known = [];

    public override async Task<byte[]> DecryptAsync(byte[] envelope, PeerKey recipient)
    {
        await KnowAsync(recipient);
        return await RunAsync("out", ["-D", "-d", Folder, "-i", Write("in", envelope), "-o", "out"]);
    }

    public override async Task VerifyAsync(byte[] content, byte[] signature, PeerKey signer)
    {
        await PrepareAsync();
        await RunAsync(null, ["-D", "-d", Folder, "-c", Write("content", content), "-i", Write("in", signature), "-o", "out"]);
    }

    public override async Task<byte[]> EncryptAsync(byte[] content, EncryptionWay way, PeerKey recipient)
    {
        if (way is not { Cipher: "AES-256-CBC", Transport: not "OAEP" })
            throw new PeerCannotException("It has no option for that.");
        await KnowAsync(recipient);
        return await RunAsync("out", ["-E", "-d", Folder, "-r", recipient.Address, "-i", Write("content", content), "-o", "out"]);
    }

    public override async Task<byte[]> SignAsync(byte[] content, SignatureWay way, PeerKey signer)
    {
        if (way.Algorithm == "PSS")
            throw new PeerCannotException("It has no option for that.");
        await KnowAsync(signer);
        return await RunAsync("out", ["-S", "-T", "-d", Folder, "-H", way.Hash, "-N", signer.Address, "-i", Write("content", content), "-o", "out"]);
    }

    private async Task PrepareAsync()
    {
        if (!_known.Add("root"))
            return;
        await RunAsync(null, ["-N", "-d", Folder, "--empty-password"], other: "certutil");
        await RunAsync(null, ["-A", "-d", Folder, "-n", "root", "-t", "C,C,C", "-a", "-i", Write("root", PeerKey.RootPem)], other: "certutil");
    }

    private async Task KnowAsync(PeerKey key)
    {
        await PrepareAsync();
        if (_known.Add(key.Address))
            await RunAsync(null, ["-i", Write("key.p12", key.Pkcs12()), "-d", Folder, "-W", PeerKey.Password], other: "pk12util");
    }
}
