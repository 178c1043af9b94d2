namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

/// <summary>The S/MIME part of GnuPG, with a key box of its own. Its agent ends with it.</summary>
internal sealed class GpgSmPeer() : CommandPeer("gpgsm")
{
    private readonly HashSet<string> _known = [];

    public override async Task<byte[]> DecryptAsync(byte[] envelope, PeerKey recipient)
    {
        await KnowAsync(recipient);
        return await GpgSmAsync("out", "--output", "out", "--decrypt", Write("in", envelope));
    }

    public override async Task VerifyAsync(byte[] content, byte[] signature, PeerKey signer)
    {
        await PrepareAsync();
        var said = System.Text.Encoding.UTF8.GetString(await GpgSmAsync(null, "--verify", Write("in", signature), Write("content", content)));
        if (!said.Contains("[GNUPG:] GOODSIG", StringComparison.Ordinal) || !said.Contains("[GNUPG:] TRUST_FULLY", StringComparison.Ordinal))
            throw new PeerCannotException(said);
    }

    public override async Task<byte[]> EncryptAsync(byte[] content, EncryptionWay way, PeerKey recipient)
    {
        if (way is not { Cipher: "AES-256-CBC", Transport: not "OAEP" })
            throw new PeerCannotException("It has no option for that.");
        await KnowAsync(recipient);
        return await GpgSmAsync("out", "--cipher-algo", "AES256", "--output", "out", "--recipient", recipient.Address, "--encrypt", Write("content", content));
    }

    public override async Task<byte[]> SignAsync(byte[] content, SignatureWay way, PeerKey signer)
    {
        if (way.Algorithm == "PSS")
            throw new PeerCannotException("It has no option for that.");
        await KnowAsync(signer);
        return await GpgSmAsync("out", "--digest-algo", way.Hash, "--local-user", signer.Address, "--output", "out", "--detach-sign", Write("content", content));
    }

    public override async ValueTask DisposeAsync()
    {
        await Peer.RunAsync("gpgconf", ["--homedir", Folder, "--kill", "all"]);
        await base.DisposeAsync();
    }

    private async Task PrepareAsync()
    {
        if (!_known.Add("root"))
            return;
        // The root is trusted here and now; lists of revocation there are none.
        Write("trustlist.txt", $"{PeerKey.RootFingerprint} S relax\n");
        await GpgSmAsync(null, "--import", Write("root", PeerKey.RootPem));
    }

    private async Task KnowAsync(PeerKey key)
    {
        await PrepareAsync();
        if (!_known.Add(key.Address))
            return;
        for (var attempts = 10; ;)
        {
            // The only protection that gpgsm 2.2 reads.
            await RunAsync(null, ["pkcs12", "-export", "-legacy", "-descert", "-in", Write("key.pem", key.Pem), "-out", "key.p12", "-passout", "pass:" + PeerKey.Password], other: "openssl");
            try
            {
                await GpgSmAsync(null, "--import", "key.p12");
                return;
            }
            // About one file in a hundred it cannot read, and reads the same key under another salt.
            catch (PeerCannotException unread) when (unread.Message.Contains("error parsing or decrypting the PKCS#12 file", StringComparison.Ordinal) && --attempts > 0)
            {
            }
        }
    }

    private Task<byte[]> GpgSmAsync(string? result, params string[] arguments) => RunAsync(
        result,
        ["--homedir", Folder, "--batch", "--yes", "--no-tty", "--status-fd", "2", "--disable-crl-checks", "--disable-dirmngr", "--pinentry-mode", "loopback", "--passphrase-fd", "0", .. arguments],
        System.Text.Encoding.ASCII.GetBytes(PeerKey.Password + "\n"));
}
