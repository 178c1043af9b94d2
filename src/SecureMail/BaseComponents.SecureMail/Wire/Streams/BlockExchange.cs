using System.Diagnostics.CodeAnalysis;

namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>
/// Blocks between a thread that fills and one that empties. Whoever has to wait sleeps, and the one that fills is woken only when half of the blocks are free again: turns are long, since each
/// change between threads costs as much as a block.
/// </summary>
internal sealed class BlockExchange(int blockLength, int blocks)
{
    private readonly object _gate = new();
    private readonly Queue<(byte[] Octets, int Length)> _full = new();
    private readonly Stack<byte[]> _empty = new();
    private int _made;
    private bool _hasEnded;

    /// <summary>Hands over a full block.</summary>
    /// <returns>An empty one.</returns>
    public byte[] Give(byte[] octets, int length)
    {
        lock (_gate)
        {
            _full.Enqueue((octets, length));
            Monitor.Pulse(_gate);
            if (_empty.TryPop(out var kept))
                return kept;
            if (_made++ < blocks)
                return new byte[blockLength];
            while (_empty.Count < blocks / 2)
                Monitor.Wait(_gate);
            return _empty.Pop();
        }
    }

    /// <summary>Waits for a full block; false when no more come.</summary>
    public bool TryTake([NotNullWhen(true)] out byte[]? octets, out int length)
    {
        lock (_gate)
        {
            while (_full.Count == 0 && !_hasEnded)
                Monitor.Wait(_gate);
            var isThere = _full.TryDequeue(out var block);
            (octets, length) = block;
            return isThere;
        }
    }

    /// <summary>Gives an emptied block back.</summary>
    public void Return(byte[] octets)
    {
        if (octets.Length != blockLength)
            return;
        lock (_gate)
        {
            _empty.Push(octets);
            if (_empty.Count == blocks / 2)
                Monitor.Pulse(_gate);
        }
    }

    /// <summary>No more full ones come.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            Monitor.PulseAll(_gate);
        }
    }
}
