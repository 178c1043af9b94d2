using System.Runtime.ExceptionServices;
using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>
/// Hands what is written to another thread, which passes it on: hashing and encoding a large mail then run beside its encryption. What is small never leaves
/// the thread. The target is used by one thread at a time, and by none any more after <see cref="Finish"/> or disposing.
/// </summary>
internal sealed class PipelinedSink(Stream target) : SinkStream
{
    private const int FirstLength = 64 * 1024;
    private const int BlockLength = 256 * 1024;
    private const int Blocks = 8;
    private readonly BlockExchange _exchange = new(BlockLength, Blocks);
    private byte[] _block = new byte[FirstLength];
    private int _filled;
    private Thread? _worker;
    private volatile ExceptionDispatchInfo? _fault;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_filled == _block.Length)
                HandOver();
            var count = Math.Min(buffer.Length, _block.Length - _filled);
            buffer[..count].CopyTo(_block.AsSpan(_filled));
            _filled += count;
            buffer = buffer[count..];
        }
    }

    /// <summary>Waits until everything has reached the target; a fault there comes out here.</summary>
    public void Finish()
    {
        Stop();
        _fault?.Throw();
        target.Write(_block.AsSpan(0, _filled));
        _filled = 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Stop();
            CryptographicOperations.ZeroMemory(_block);
        }

        base.Dispose(disposing);
    }

    private void HandOver()
    {
        if (_worker is null)
        {
            _worker = new Thread(PassOn) { IsBackground = true, Name = "BaseComponents.SecureMail sealing" };
            _worker.Start();
        }

        _fault?.Throw();
        (_block, _filled) = (_exchange.Give(_block, _filled), 0);
    }

    private void Stop()
    {
        _exchange.End();
        _worker?.Join();
    }

    // After a fault the blocks are still taken, so that the writer never waits for ever; it hears of the fault at its next block.
    private void PassOn()
    {
        while (_exchange.TryTake(out var octets, out var length))
        {
            try
            {
                if (_fault is null)
                    target.Write(octets.AsSpan(0, length));
            }
            catch (Exception exception)
            {
                _fault = ExceptionDispatchInfo.Capture(exception);
            }

            CryptographicOperations.ZeroMemory(octets.AsSpan(0, length));
            _exchange.Return(octets);
        }
    }
}
