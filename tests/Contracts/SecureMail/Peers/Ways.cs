namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

/// <summary>A way to encrypt: the cipher of the content, and how its key gets to a recipient's key of a kind.</summary>
internal sealed record EncryptionWay(string Cipher, string Transport, string Kind)
{
    public static EncryptionWay[] All { get; } =
    [
        .. from cipher in new[] { "AES-256-GCM", "AES-256-CBC" }
           from way in new[] { ("PKCS1", "RSA"), ("OAEP", "RSA"), ("ECDH", "nistP256"), ("ECDH", "nistP384"), ("ECDH", "brainpoolP256r1"), ("ECDH", "brainpoolP384r1"), ("ECDH", "X25519") }
           select new EncryptionWay(cipher, way.Item1, way.Item2),
    ];

    public bool IsAuthenticated => Cipher == "AES-256-GCM";

    /// <summary>As the row of the table is named.</summary>
    public override string ToString() => $"{Cipher}, {Transport}, {Kind}";
}

/// <summary>A way to sign: with a key of a kind, and for RSA a padding.</summary>
internal sealed record SignatureWay(string Algorithm, string Kind)
{
    public static SignatureWay Rsa { get; } = new("RSA", "RSA");

    public static SignatureWay[] All { get; } =
        [Rsa, new("PSS", "RSA"), new("ECDSA", "nistP256"), new("ECDSA", "nistP384"), new("ECDSA", "brainpoolP256r1"), new("ECDSA", "brainpoolP384r1"), new("EdDSA", "Ed25519")];

    public string Hash => Kind switch
    {
        "Ed25519" => "SHA512",
        "nistP384" or "brainpoolP384r1" => "SHA384",
        _ => "SHA256",
    };

    /// <summary>As the row of the table is named.</summary>
    public override string ToString() => $"{Algorithm}, {Kind}";
}
