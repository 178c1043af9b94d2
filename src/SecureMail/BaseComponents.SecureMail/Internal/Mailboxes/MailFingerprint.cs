using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>
/// Hashes the body of a mail while it is read. Header fields are left out, since each server on the way adds its own, and CR, since servers keep lines as they like.
/// </summary>
internal sealed class MailFingerprint(Stream mail) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _kept = new byte[64 * 1024];
    private bool _inBody;
    private bool _atLineStart = true;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The fingerprint of what was read; the rest of the mail is read first.</summary>
    public async Task<string> FinishAsync(string? messageId, CancellationToken cancellationToken)
    {
        var piece = new byte[16 * 1024];
        while (await ReadAsync(piece, cancellationToken).ConfigureAwait(false) > 0)
        {
            // The reader stops where the content ends; what stands behind it is part of the mail too.
        }

        _hash.AppendData(Encoding.UTF8.GetBytes($"\n{messageId}"));
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await mail.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Take(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = mail.Read(buffer, offset, count);
        Take(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            mail.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> octets)
    {
        for (; !octets.IsEmpty && !_inBody; octets = octets[1..])
        {
            _inBody = octets[0] is (byte)'\n' && _atLineStart;
            _atLineStart = octets[0] is (byte)'\n' || (_atLineStart && octets[0] is (byte)'\r');
        }

        while (!octets.IsEmpty)
        {
            var count = 0;
            var taken = octets[..Math.Min(octets.Length, _kept.Length)];
            foreach (var octet in taken)
            {
                _kept[count] = octet;
                count += octet is (byte)'\r' ? 0 : 1;
            }

            _hash.AppendData(_kept.AsSpan(0, count));
            octets = octets[taken.Length..];
        }
    }
}
