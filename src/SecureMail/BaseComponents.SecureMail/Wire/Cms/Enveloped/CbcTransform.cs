using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>AES in cipher block chaining mode with the padding of RFC 5652 section 6.3. Nothing in it shows a change.</summary>
internal sealed class CbcTransform : IContentTransform
{
    private const int Block = 16;
    private readonly ICryptoTransform _transform;
    private readonly byte[] _kept = new byte[Block];
    private readonly byte[] _input = new byte[64 * 1024];
    private readonly byte[] _output = new byte[(64 * 1024) + Block];
    private int _keptLength;

    public CbcTransform(bool isEncrypting, byte[] key, byte[] initialVector)
    {
        using var aes = Aes.Create();
        (aes.Mode, aes.Padding) = (CipherMode.CBC, PaddingMode.PKCS7);
        _transform = isEncrypting ? aes.CreateEncryptor(key, initialVector) : aes.CreateDecryptor(key, initialVector);
    }

    public int Update(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var written = 0;
        while (_keptLength + input.Length >= Block)
            written += TransformBlocks(ref input, output[written..]);
        input.CopyTo(_kept.AsSpan(_keptLength));
        _keptLength += input.Length;
        return written;
    }

    public int Finish(Span<byte> output)
    {
        try
        {
            var last = _transform.TransformFinalBlock(_kept, 0, _keptLength);
            last.CopyTo(output);
            CryptographicOperations.ZeroMemory(last);
            return last.Length;
        }
        catch (CryptographicException)
        {
            // Wrong padding is the same answer as a wrong key.
            throw new CmsException(CmsProblem.NoKey);
        }
    }

    public void Dispose()
    {
        _transform.Dispose();
        CryptographicOperations.ZeroMemory(_kept);
        CryptographicOperations.ZeroMemory(_input);
        CryptographicOperations.ZeroMemory(_output);
    }

    private int TransformBlocks(ref ReadOnlySpan<byte> input, Span<byte> output)
    {
        _kept.AsSpan(0, _keptLength).CopyTo(_input);
        var taken = Math.Min(input.Length, _input.Length - _keptLength);
        taken -= (_keptLength + taken) % Block;
        input[..taken].CopyTo(_input.AsSpan(_keptLength));
        var written = _transform.TransformBlock(_input, 0, _keptLength + taken, _output, 0);
        _output.AsSpan(0, written).CopyTo(output);
        _keptLength = 0;
        input = input[taken..];
        return written;
    }
}
