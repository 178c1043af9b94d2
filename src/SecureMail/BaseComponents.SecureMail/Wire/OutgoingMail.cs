using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire;

/// <summary>Lets work that computes write to a stream that is waited for. What is small is worked on where it is, since handing it to another thread takes longer than that.</summary>
internal static class OutgoingMail
{
    /// <param name="output">The stream.</param>
    /// <param name="isSmall">Whether the work is short.</param>
    /// <param name="work">Writes the mail.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>How many octets were written.</returns>
    public static async Task<long> WriteAsync(Stream output, bool isSmall, Func<Stream, Task> work, CancellationToken cancellationToken)
    {
        using var sink = new OutgoingSink(output, cancellationToken);
        try
        {
            await (isSmall ? work(sink) : Task.Run(() => work(sink), CancellationToken.None)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await sink.AbandonAsync(exception).ConfigureAwait(false);
            throw;
        }

        await sink.FinishAsync().ConfigureAwait(false);
        return sink.Written;
    }
}
