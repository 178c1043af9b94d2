using System.Formats.Asn1;
using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.Cms.Ber;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>
/// Reads SignedData in one pass. First the content: <see cref="Content"/> is read where it is inside, or written to <see cref="Digests"/> where it stands beside.
/// Then <see cref="Finish"/>.
/// </summary>
internal sealed class SignedDataReader : IDisposable
{
    private readonly BerReader _reader;
    private readonly string _contentType;
    private readonly string _wanted;

    /// <param name="source">The message.</param>
    /// <param name="wanted">What its content must be to be acceptable.</param>
    /// <exception cref="CmsException">It is no SignedData, or broken.</exception>
    public SignedDataReader(Stream source, string wanted = CmsOids.Data)
    {
        (_reader, _wanted) = (new BerReader(source), wanted);
        (Digests, _contentType) = Guard(ReadHead);
        if (_reader.HasMore)
            Content = new HashedContent(this);
    }

    /// <summary>What the signatures are compared with.</summary>
    public ContentDigests Digests { get; }

    /// <summary>The signed content, unverified until <see cref="Finish"/>; null where it stands beside the message.</summary>
    public Stream? Content { get; }

    /// <summary>Checks all signers. The content must have been read or written to its end.</summary>
    /// <exception cref="CmsException">The rest of the message is broken.</exception>
    public CmsSignatures Finish() => Guard(ReadTail);

    public void Dispose()
    {
        Content?.Dispose();
        Digests.Dispose();
    }

    private (ContentDigests Digests, string ContentType) ReadHead()
    {
        _reader.Enter(BerTag.Sequence);
        if (_reader.ReadOid() != CmsOids.SignedData)
            throw BerReader.Malformed();
        _reader.Enter(BerTag.Explicit(0));
        _reader.Enter(BerTag.Sequence);
        _reader.ReadSmallInteger();
        var digests = new ContentDigests(ReadAlgorithms(_reader.ReadElement(BerTag.Set, 64 * 1024)));
        _reader.Enter(BerTag.Sequence);
        return (digests, _reader.ReadOid());
    }

    private static List<string> ReadAlgorithms(byte[] encoded)
    {
        var all = new AsnReader(encoded, AsnEncodingRules.BER).ReadSetOf(skipSortOrderValidation: true);
        var algorithms = new List<string>();
        while (all.HasData)
            algorithms.Add(AlgorithmIdentifier.Read(all).Oid);
        return algorithms;
    }

    private CmsSignatures ReadTail()
    {
        if (Content is HashedContent { IsRead: false })
            throw new InvalidOperationException("The content must be read to its end first.");
        _reader.Leave();
        var certificates = CertificateReader.Read(ReadOptional(BerTag.Explicit(0)));
        ReadOptional(BerTag.Explicit(1));
        var signers = SignerReader.Read(_reader.ReadElement(BerTag.Set));
        for (var container = 0; container < 3; container++)
            _reader.Leave();
        if (_reader.HasMore)
            throw BerReader.Malformed();
        return new CmsSignatures([.. signers.Select(signer => SignerCheck.Check(signer, certificates, Digests, _contentType, _wanted))], certificates);
    }

    private byte[]? ReadOptional(byte tag) => _reader.PeekTag() == tag ? _reader.ReadElement(tag) : null;

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is AsnContentException or CryptographicException)
        {
            // Certificates of strangers are decoded when they are looked at, and fail then.
            throw new CmsException(CmsProblem.Malformed, exception);
        }
    }

    private sealed class HashedContent : SourceStream
    {
        private readonly SignedDataReader _message;
        private readonly BerOctetSource _octets;

        public HashedContent(SignedDataReader message)
        {
            (_message, _octets) = (message, new BerOctetSource(message._reader, BerTag.OctetString));
            message._reader.Enter(BerTag.Explicit(0));
        }

        public bool IsRead { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (IsRead || buffer.IsEmpty)
                return 0;
            var count = _octets.Read(buffer);
            _message.Digests.Write(buffer[..count]);
            if (count == 0)
                _message._reader.Leave();
            IsRead = count == 0;
            return count;
        }
    }
}
