using System.IO.Pipelines;

namespace BaseComponents.SecureMail.Wire;

/// <summary>
/// Lets work that computes read from a stream that is waited for. A small mail is awaited and then worked on where it is; of a large one the next piece is awaited
/// while another thread works on the last, with a bounded number of octets between them.
/// </summary>
internal static class IncomingMail
{
    private const int SmallMail = 256 * 1024;
    private const int PieceLength = 64 * 1024;

    /// <param name="mail">The stream.</param>
    /// <param name="limit">How much of it is read.</param>
    /// <param name="work">Reads the stream that it is given.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<T> ReadAsync<T>(Stream mail, long limit, Func<Stream, T> work, CancellationToken cancellationToken)
    {
        var beginning = new byte[(int)Math.Min(SmallMail, limit + 1)];
        var count = await mail.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (count > limit)
            throw TooLarge(limit);
        using var small = new MemoryStream(beginning, 0, count, writable: false);
        return count < beginning.Length ? work(small) : await ReadBesideAsync(beginning, mail, limit, work, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<T> ReadBesideAsync<T>(byte[] beginning, Stream mail, long limit, Func<Stream, T> work, CancellationToken cancellationToken)
    {
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: PieceLength, pauseWriterThreshold: 8 * PieceLength, resumeWriterThreshold: 4 * PieceLength, useSynchronizationContext: false));
        var working = Task.Factory.StartNew(() => Work(pipe.Reader, work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await FillAsync(pipe.Writer, beginning, mail, limit, cancellationToken).ConfigureAwait(false);
            await pipe.Writer.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The reader gets the same exception, so that it ends too.
            await pipe.Writer.CompleteAsync(exception).ConfigureAwait(false);
        }

        return await working.ConfigureAwait(false);
    }

    private static T Work<T>(PipeReader reader, Func<Stream, T> work)
    {
        using var stream = reader.AsStream();
        return work(stream);
    }

    private static async Task FillAsync(PipeWriter writer, ReadOnlyMemory<byte> beginning, Stream mail, long limit, CancellationToken cancellationToken)
    {
        var total = (long)beginning.Length;
        var flushed = await writer.WriteAsync(beginning, cancellationToken).ConfigureAwait(false);
        while (!flushed.IsCompleted)
        {
            var count = await mail.ReadAsync(writer.GetMemory(PieceLength), cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return;
            total += count;
            if (total > limit)
                throw TooLarge(limit);
            writer.Advance(count);
            flushed = await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static SecureMailException TooLarge(long limit) => new(
        SecureMailErrors.IncomingTooLarge, $"The mail was not read. It is larger than the limit of {limit} bytes (Limits:MaxIncomingSize).");
}
