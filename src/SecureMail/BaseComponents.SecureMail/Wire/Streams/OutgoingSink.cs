using System.IO.Pipelines;

namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>
/// Writes to a stream that is waited for: what is small in one go at the end, what is larger while it comes into being, with a bounded number of octets on the way. The thread that writes may
/// have to wait then.
/// </summary>
internal sealed class OutgoingSink : SinkStream
{
    private const int MemoryLimit = 64 * 1024;
    private const int PieceLength = 64 * 1024;
    private readonly MemoryStream _beginning = new();
    private readonly Pipe _pipe = new(new PipeOptions(minimumSegmentSize: PieceLength, pauseWriterThreshold: 8 * PieceLength, resumeWriterThreshold: 4 * PieceLength, useSynchronizationContext: false));
    private readonly Stream _output;
    private readonly CancellationToken _cancellationToken;
    private readonly Stream _into;
    private bool _isFlowing;
    private Task _copying = Task.CompletedTask;

    public OutgoingSink(Stream output, CancellationToken cancellationToken) =>
        (_output, _cancellationToken, _into) = (output, cancellationToken, _pipe.Writer.AsStream(leaveOpen: true));

    public long Written { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Written += buffer.Length;
        if (!_isFlowing && Written <= MemoryLimit)
        {
            _beginning.Write(buffer);
            return;
        }

        if (!_isFlowing)
            Begin();
        else if (_copying.IsCompleted)
            throw new OperationCanceledException("Nobody takes the mail any more.");
        _into.Write(buffer);
    }

    /// <summary>Waits until the output has everything.</summary>
    public async Task FinishAsync()
    {
        if (!_isFlowing)
        {
            await _output.WriteAsync(_beginning.GetBuffer().AsMemory(0, (int)_beginning.Length), _cancellationToken).ConfigureAwait(false);
            return;
        }

        await _pipe.Writer.CompleteAsync().ConfigureAwait(false);
        await _copying.ConfigureAwait(false);
    }

    /// <summary>Nothing more comes. Where that is the output's own fault, its exception comes out here.</summary>
    public async Task AbandonAsync(Exception exception)
    {
        var isOutputs = _copying.IsFaulted || _copying.IsCanceled;
        await _pipe.Writer.CompleteAsync(exception).ConfigureAwait(false);
        if (isOutputs)
            await _copying.ConfigureAwait(false);
        await _copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _into.Dispose();
            _beginning.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Begin()
    {
        _isFlowing = true;
        _copying = Task.Run(CopyAsync, CancellationToken.None);
        _into.Write(_beginning.GetBuffer().AsSpan(0, (int)_beginning.Length));
    }

    private async Task CopyAsync()
    {
        try
        {
            await (_output is FileStream { IsAsync: false } file ? CopyToFileAsync(file) : _pipe.Reader.CopyToAsync(_output, _cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            await _pipe.Reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    // Such a file would hand each piece to another thread, only to write it there in the same way.
    private async Task CopyToFileAsync(FileStream file)
    {
        bool isCompleted;
        do
        {
            var read = await _pipe.Reader.ReadAsync(_cancellationToken).ConfigureAwait(false);
            foreach (var piece in read.Buffer)
                file.Write(piece.Span);
            _pipe.Reader.AdvanceTo(read.Buffer.End);
            isCompleted = read.IsCompleted;
        }
        while (!isCompleted);
    }
}
