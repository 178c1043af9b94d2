namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>Writes to a stream that is waited for: what is small in one go at the end, what is larger while it comes into being.</summary>
internal sealed class OutgoingSink(Stream output, CancellationToken cancellationToken) : SinkStream
{
    private const int UsualLength = 16 * 1024;
    private const int MemoryLimit = 64 * 1024;
    private readonly MemoryStream _beginning = new(UsualLength);
    private OutgoingFlow? _flow;

    public long Written { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Written += buffer.Length;
        if (_flow is null && Written <= MemoryLimit)
            _beginning.Write(buffer);
        else
            (_flow ??= Begin()).Write(buffer);
    }

    /// <summary>Waits until the output has everything.</summary>
    public async Task FinishAsync()
    {
        if (_flow is { } flow)
            await flow.FinishAsync().ConfigureAwait(false);
        else
            await output.WriteAsync(_beginning.GetBuffer().AsMemory(0, (int)_beginning.Length), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Nothing more comes. Where that is the output's own fault, its exception comes out here.</summary>
    public async Task AbandonAsync(Exception exception)
    {
        if (_flow is { } flow)
            await flow.AbandonAsync(exception).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _flow?.Dispose();
            _beginning.Dispose();
        }

        base.Dispose(disposing);
    }

    private OutgoingFlow Begin()
    {
        var flow = new OutgoingFlow(output, cancellationToken);
        flow.Write(_beginning.GetBuffer().AsSpan(0, (int)_beginning.Length));
        return flow;
    }
}
