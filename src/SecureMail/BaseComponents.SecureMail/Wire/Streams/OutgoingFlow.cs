using System.IO.Pipelines;

namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>Octets on their way to a stream that is waited for, a bounded number of them: who writes more may have to wait.</summary>
internal sealed class OutgoingFlow : IDisposable
{
    private const int PieceLength = 64 * 1024;
    private readonly Pipe _pipe = new(new PipeOptions(minimumSegmentSize: PieceLength, pauseWriterThreshold: 8 * PieceLength, resumeWriterThreshold: 4 * PieceLength, useSynchronizationContext: false));
    private readonly Stream _output;
    private readonly CancellationToken _cancellationToken;
    private readonly Stream _into;
    private readonly Task _copying;

    public OutgoingFlow(Stream output, CancellationToken cancellationToken)
    {
        (_output, _cancellationToken, _into) = (output, cancellationToken, _pipe.Writer.AsStream(leaveOpen: true));
        _copying = Task.Run(CopyAsync, CancellationToken.None);
    }

    public void Write(ReadOnlySpan<byte> buffer)
    {
        if (_copying.IsCompleted)
            throw new OperationCanceledException("Nobody takes the mail any more.");
        _into.Write(buffer);
    }

    /// <summary>Waits until the output has everything.</summary>
    public async Task FinishAsync()
    {
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

    public void Dispose() => _into.Dispose();

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
