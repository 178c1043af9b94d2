namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

/// <summary>
/// Every program against every algorithm, both ways: the package seals, they open and verify; they seal, the package opens with the exact verdict. What comes out must be what the table in
/// docs/securemail.md says, also where a program cannot: then the table is out of date, or something broke.
/// </summary>
public sealed class PeersMatrixTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("openssl")]
    [InlineData("Bouncy Castle")]
    [InlineData("MimeKit")]
    [InlineData("gpgsm")]
    [InlineData("NSS")]
    public async Task WhatAProgramReadsAndWritesIsWhatTheTableSays(string program)
    {
        await using var peer = Start(program);
        var mail = new PeerMail(peer);
        var found = new Dictionary<string, string>();

        foreach (var way in EncryptionWay.All)
            found[way.ToString()] = Word(await TryAsync(() => mail.SealAsync(way), $"reads {way}"), await TryAsync(() => mail.OpenAsync(way), $"writes {way}"));
        foreach (var way in SignatureWay.All)
            found[way.ToString()] = Word(await TryAsync(() => mail.SignAsync(way), $"reads {way}"), await TryAsync(() => mail.JudgeAsync(way), $"writes {way}"));

        found.Should().Equal(PeersTable.Of(program));
    }

    /// <summary>A program that says yes to everything would prove nothing.</summary>
    [Theory]
    [InlineData("openssl")]
    [InlineData("Bouncy Castle")]
    [InlineData("MimeKit")]
    [InlineData("gpgsm")]
    [InlineData("NSS")]
    public async Task EachProgramNoticesAChange(string program)
    {
        await using var peer = Start(program);
        var key = PeerKey.Of("RSA", PeerKey.Citizen);
        var content = "Content-Type: text/plain\r\n\r\nZahlen Sie 50 Euro.\r\n"u8.ToArray();
        var signature = await peer.SignAsync(content, SignatureWay.Rsa, key);
        await peer.VerifyAsync(content, signature, key);

        content[^10] ^= 1;
        var verifying = () => peer.VerifyAsync(content, signature, key);

        await verifying.Should().ThrowAsync<PeerCannotException>();
    }

    private static string Word(bool reads, bool writes) => (reads, writes) switch
    {
        (true, true) => "both",
        (true, false) => "reads",
        (false, true) => "writes",
        _ => "-",
    };

    private static CmsPeer Start(string program)
    {
        switch (program)
        {
            case "openssl":
                Peer.OrSkip("openssl");
                return new OpenSslPeer();
            case "Bouncy Castle":
                JavaPeer.OrSkip();
                return new JavaPeer();
            case "gpgsm":
                Peer.OrSkip("gpgsm");
                Peer.OrSkip("gpgconf");
                return new GpgSmPeer();
            case "NSS":
                Peer.OrSkip("cmsutil");
                return new NssPeer();
            default:
                return new MimeKitPeer();
        }
    }

    // Whatever goes wrong on either side, the cell is not filled; the output says why.
    private async Task<bool> TryAsync(Func<Task> work, string what)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception exception)
        {
            output.WriteLine($"{what}: {exception.GetType().Name} {exception.Message}");
            return false;
        }
    }
}
