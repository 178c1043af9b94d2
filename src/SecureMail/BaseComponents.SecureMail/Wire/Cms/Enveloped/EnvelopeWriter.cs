using System.Formats.Asn1;
using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.Cms.Ber;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// Encrypts what is written to it: AuthEnvelopedData (RFC 5083) with AES-GCM, or EnvelopedData (RFC 5652 section 6) with AES-CBC, in one pass with a fresh key.
/// Only ciphertext reaches the output.
/// </summary>
internal sealed class EnvelopeWriter : SinkStream
{
    private const int Piece = 64 * 1024;
    private readonly BerWriter _writer;
    private readonly BerOctetSink _octets;
    private readonly IContentTransform _transform;
    private readonly bool _isAuthenticated;
    private byte[] _output = new byte[IContentTransform.Surplus];
    private long _room;

    /// <param name="output">Where the message goes.</param>
    /// <param name="cipher">One of those that are written.</param>
    /// <param name="targets">Who can open it, at least one.</param>
    /// <param name="contentLength">Where it is known the message is DER, else BER in pieces.</param>
    /// <exception cref="CmsException">The key of a target does not encrypt.</exception>
    public EnvelopeWriter(Stream output, ContentCipher cipher, IReadOnlyList<CmsTarget> targets, long? contentLength = null)
    {
        (_isAuthenticated, _room) = (cipher.IsAuthenticated, cipher.IsAuthenticated ? GcmTransform.MaxLength : long.MaxValue);
        var key = RandomNumberGenerator.GetBytes(cipher.KeyLength);
        var gcm = new GcmParameters(RandomNumberGenerator.GetBytes(GcmParameters.NonceLength), GcmParameters.FullTagLength);
        var initialVector = RandomNumberGenerator.GetBytes(16);
        var head = new EnvelopeHead(cipher, RecipientWriter.Write(targets, key), cipher.IsAuthenticated ? gcm.Encode() : EncodeVector(initialVector), contentLength);
        _transform = cipher.IsAuthenticated ? new GcmTransform(true, key, gcm) : new CbcTransform(true, key, initialVector);
        CryptographicOperations.ZeroMemory(key);
        _writer = new BerWriter(output);
        head.Write(_writer);
        _octets = new BerOctetSink(_writer, BerTag.Implicit(0), head.EncryptedLength);
    }

    /// <exception cref="InvalidOperationException">More than 64 GiB: one key must not carry more.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _room)
            throw new InvalidOperationException("The content is larger than what AES-GCM can carry under one key (64 GiB).");
        _room -= buffer.Length;
        while (!buffer.IsEmpty)
        {
            var piece = buffer[..Math.Min(Piece, buffer.Length)];
            if (_output.Length < piece.Length + IContentTransform.Surplus)
                _output = new byte[piece.Length + IContentTransform.Surplus];
            _octets.Write(_output.AsSpan(0, _transform.Update(piece, _output)));
            buffer = buffer[piece.Length..];
        }
    }

    /// <summary>Writes what was kept back, the authentication tag and the end. Without it the message cannot be opened.</summary>
    public void Finish()
    {
        var last = _output.AsSpan(0, _transform.Finish(_output));
        var tag = _isAuthenticated ? last[^GcmParameters.FullTagLength..] : default;
        _octets.Write(last[..^tag.Length]);
        _octets.Finish();
        _writer.End();
        if (_isAuthenticated)
        {
            _writer.WriteHeader(BerTag.OctetString, tag.Length);
            _writer.WriteOctets(tag);
        }

        for (var container = 0; container < EnvelopeHead.Containers - 1; container++)
            _writer.End();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _transform.Dispose();
            _octets.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] EncodeVector(byte[] initialVector)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(initialVector);
        return writer.Encode();
    }
}
