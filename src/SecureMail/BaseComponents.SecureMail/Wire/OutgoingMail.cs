using System.IO.Pipelines;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire;

/// <summary>Lets work that computes write to a stream that is waited for, with a bounded number of octets between them.</summary>
internal static class OutgoingMail
{
    private const int PieceLength = 64 * 1024;

    /// <param name="output">The stream.</param>
    /// <param name="work">Writes the mail.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>How many octets were written.</returns>
    public static async Task<long> WriteAsync(Stream output, Func<Stream, Task> work, CancellationToken cancellationToken)
    {
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: PieceLength, pauseWriterThreshold: 8 * PieceLength, resumeWriterThreshold: 4 * PieceLength, useSynchronizationContext: false));
        var sink = new PipeSink(pipe.Writer.AsStream(leaveOpen: true));
        var working = Task.Run(() => WorkAsync(pipe.Writer, sink, work), CancellationToken.None);
        try
        {
            await pipe.Reader.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            sink.Abandon();
            throw;
        }
        finally
        {
            await pipe.Reader.CompleteAsync().ConfigureAwait(false);
        }

        await working.ConfigureAwait(false);
        return sink.Written;
    }

    private static async Task WorkAsync(PipeWriter writer, PipeSink sink, Func<Stream, Task> work)
    {
        try
        {
            await work(sink).ConfigureAwait(false);
            await writer.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whoever copies gets it, and ends too.
            await writer.CompleteAsync(exception).ConfigureAwait(false);
        }
    }

    /// <summary>The writing end, on a thread that may wait for the reading one.</summary>
    private sealed class PipeSink(Stream pipe) : SinkStream
    {
        private volatile bool _isAbandoned;

        public long Written { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (_isAbandoned)
                throw new OperationCanceledException();
            pipe.Write(buffer);
            Written += buffer.Length;
        }

        /// <summary>Nobody reads any more, so the work ends at its next piece.</summary>
        public void Abandon() => _isAbandoned = true;
    }
}
