using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Opening;

/// <summary>One reading of the encrypted data with one key.</summary>
internal sealed class DecryptedMessage : IDisposable
{
    private readonly Stream _message;
    private readonly PgpPrivateKey _key;
    private readonly PgpPublicKeyEncryptedData _data;

    public DecryptedMessage(Stream message, PgpPrivateKey key)
    {
        (_message, _key) = (message, key);
        var list = (PgpEncryptedDataList)new PgpObjectFactory(message).NextPgpObject();
        _data = (PgpPublicKeyEncryptedData)list[0];
        Clear = _data.GetDataStream(key);
    }

    /// <summary>Asked only where the message is intact: it costs the work of the private key once more, and that can be measured from outside.</summary>
    public SymmetricKeyAlgorithmTag Cipher => _data.GetSymmetricAlgorithm(_key);

    /// <summary>What was encrypted, without the integrity code; unverified until <see cref="IsIntact"/>.</summary>
    public Stream Clear { get; }

    /// <summary>Reads what is left, and compares the integrity code.</summary>
    public bool IsIntact()
    {
        Clear.CopyTo(Stream.Null);
        return _data.IsIntegrityProtected() && _data.Verify();
    }

    public void Dispose() => _message.Dispose();
}
