namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

internal sealed class OpenSslPeer() : CommandPeer("openssl")
{
    public override Task<byte[]> DecryptAsync(byte[] envelope, PeerKey recipient) =>
        RunAsync("plain", ["cms", "-decrypt", "-binary", "-inform", "DER", "-in", Write("in", envelope), "-recip", Write("key", recipient.Pem), "-inkey", "key", "-out", "plain"]);

    public override Task VerifyAsync(byte[] content, byte[] signature, PeerKey signer) => RunAsync(
        "out", ["cms", "-verify", "-binary", "-inform", "DER", "-in", Write("in", signature), "-content", Write("content", content), "-CAfile", Write("root", PeerKey.RootPem), "-purpose", "smimesign", "-out", "out"]);

    public override Task<byte[]> EncryptAsync(byte[] content, EncryptionWay way, PeerKey recipient) => RunAsync(
        "out",
        ["cms", "-encrypt", "-binary", "-in", Write("content", content), "-outform", "DER", "-out", "out", "-" + way.Cipher.ToLowerInvariant(), "-recip", Write("key", recipient.Pem),
            .. way.Transport == "OAEP" ? new[] { "-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256" } : []]);

    public override Task<byte[]> SignAsync(byte[] content, SignatureWay way, PeerKey signer) => RunAsync(
        "out",
        ["cms", "-sign", "-binary", "-in", Write("content", content), "-outform", "DER", "-out", "out", "-signer", Write("key", signer.Pem), "-inkey", "key", "-md", way.Hash,
            .. way.Algorithm == "PSS" ? new[] { "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:digest" } : []]);
}
