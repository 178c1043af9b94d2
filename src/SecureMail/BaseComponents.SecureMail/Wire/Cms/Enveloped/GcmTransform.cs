using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// AES in Galois/Counter Mode, piece by piece. The framework's own takes the whole content at once. Encrypting, the tag follows the content;
/// decrypting, it must be given after the content, and a wrong one ends in <see cref="CmsProblem.NoKey"/>.
/// </summary>
internal sealed class GcmTransform : IContentTransform
{
    /// <summary>2^39 - 256 bits, what one key and nonce can carry (NIST SP 800-38D section 5.2.1.1).</summary>
    public const long MaxLength = (1L << 36) - 32;

    private readonly GcmBlockCipher _cipher = new(AesUtilities.CreateEngine());
    private long _length;

    public GcmTransform(bool isEncrypting, byte[] key, GcmParameters parameters, byte[]? associatedData = null) =>
        _cipher.Init(isEncrypting, new AeadParameters(new KeyParameter(key), parameters.TagLength * 8, parameters.Nonce, associatedData));

    public int Update(ReadOnlySpan<byte> input, Span<byte> output)
    {
        _length += input.Length;
        if (_length > MaxLength + GcmParameters.FullTagLength)
            throw new CmsException(CmsProblem.Malformed);
        return _cipher.ProcessBytes(input, output);
    }

    public int Finish(Span<byte> output)
    {
        try
        {
            return _cipher.DoFinal(output);
        }
        catch (InvalidCipherTextException)
        {
            CryptographicOperations.ZeroMemory(output);
            throw new CmsException(CmsProblem.NoKey);
        }
    }

    /// <summary>The cipher forgets its key and what it kept back.</summary>
    public void Dispose() => _cipher.Reset();
}
