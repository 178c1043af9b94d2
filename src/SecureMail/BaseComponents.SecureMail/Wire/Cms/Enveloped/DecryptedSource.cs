using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.Cms.Ber;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>One pass over the encrypted octets. At the end the tag is checked, in the second pass too: the source could have changed in between.</summary>
internal sealed class DecryptedSource : SourceStream
{
    private const int Piece = 64 * 1024;
    private readonly byte[] _input = new byte[Piece];
    private readonly byte[] _plain = new byte[Piece + IContentTransform.Surplus];
    private readonly BerOctetSource _octets;
    private readonly IContentTransform _transform;
    private readonly byte[] _tag;
    private int _start;
    private int _end;
    private bool _isFinished;

    public DecryptedSource(Stream source, Envelope envelope, byte[] key)
    {
        source.Position = envelope.ContentOffset;
        (_octets, _tag) = (new BerOctetSource(new BerReader(source), BerTag.Implicit(0)), envelope.Tag);
        _transform = envelope.Decryptor(key);
    }

    public override int Read(Span<byte> buffer)
    {
        while (_start == _end && !_isFinished)
            Decrypt();
        var count = Math.Min(buffer.Length, _end - _start);
        _plain.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    /// <summary>Goes through everything and lets nothing out.</summary>
    public void Check()
    {
        while (!_isFinished)
            Decrypt();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _transform.Dispose();
            CryptographicOperations.ZeroMemory(_plain);
        }

        base.Dispose(disposing);
    }

    private void Decrypt()
    {
        var count = _octets.Read(_input);
        _start = 0;
        _end = count > 0 ? _transform.Update(_input.AsSpan(0, count), _plain) : Finish();
        _isFinished = count == 0;
    }

    private int Finish()
    {
        var written = _transform.Update(_tag, _plain);
        return written + _transform.Finish(_plain.AsSpan(written));
    }
}
