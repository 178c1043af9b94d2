namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>
/// Keeps ciphertext until it has been sent or read: small messages in memory, others in a file of the temp folder that only this user can read and that is gone when
/// it is closed. Plain text never comes here. It is written from its beginning to its end, once, and what is read of it at a place is what was written there.
/// </summary>
internal sealed class CipherSpool : Stream, IOctets
{
    private const int MemoryLimit = 1024 * 1024;
    private const int FileBuffer = 64 * 1024;
    private Stream _kept = new MemoryStream();
    private CheckedFile? _checked;
    private bool _isDisposed;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _kept.Length;

    public override long Position
    {
        get => _kept.Position;
        set => _kept.Position = value;
    }

    public bool IsInFile => _kept is FileStream;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_kept is MemoryStream && _kept.Position + buffer.Length > MemoryLimit)
            MoveToFile();
        _checked?.Append(buffer);
        _kept.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_kept is MemoryStream && _kept.Position + buffer.Length > MemoryLimit)
            MoveToFile();
        _checked?.Append(buffer.Span);
        return _kept.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer) => _kept.Read(buffer);

    public override int Read(byte[] buffer, int offset, int count) => _kept.Read(buffer, offset, count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _kept.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    void IOctets.Read(long offset, Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_kept is MemoryStream memory)
            memory.GetBuffer().AsSpan(0, (int)memory.Length).Slice((int)offset, buffer.Length).CopyTo(buffer);
        else
            _checked!.Read((FileStream)_kept, offset, buffer);
    }

    public override long Seek(long offset, SeekOrigin origin) => _kept.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException("It only grows.");

    public override void Flush() => _kept.Flush();

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        if (disposing)
        {
            _kept.Dispose();
            _checked?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void MoveToFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            BufferSize = FileBuffer,
            Options = FileOptions.DeleteOnClose | FileOptions.SequentialScan,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"basecomponents-mail-{Guid.NewGuid():N}.p7m"), options);
        var memory = (MemoryStream)_kept;
        memory.Position = 0;
        memory.CopyTo(file);
        (_kept, _checked) = (file, new CheckedFile());
        _checked.Append(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        memory.Dispose();
    }
}
