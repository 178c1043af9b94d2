using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// The bytes of a snapshot, mapped from a file or held in memory, and the only place with pointers. Every access is checked against the
/// length that was mapped; what comes out are spans, whose own bounds hold from there on. A span does
/// not keep the mapping: whoever reads has entered a <see cref="UseCount"/> and leaves it afterwards, which keeps this object alive until then.
/// </summary>
internal sealed unsafe class SnapshotBytes : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte[]? _array;
    private byte* _start;

    private SnapshotBytes(MemoryMappedFile file, MemoryMappedViewAccessor view, long length)
    {
        (_file, _view, Length) = (file, view, length);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += view.PointerOffset;
    }

    // The array is pinned: its address holds as long as this object does.
    private SnapshotBytes(byte[] pinned, int length)
    {
        (_array, Length) = (pinned, length);
        _start = (byte*)Unsafe.AsPointer(ref pinned[0]);
    }

    ~SnapshotBytes() => Release();

    public long Length { get; }

    /// <exception cref="IOException">The file cannot be mapped.</exception>
    public static SnapshotBytes Map(FileStream file)
    {
        var length = file.Length;
        var mapped = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new SnapshotBytes(mapped, mapped.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
    }

    /// <summary>Memory that is filled before it is read.</summary>
    public static SnapshotBytes Hold(int length, Action<Memory<byte>> fill)
    {
        var array = GC.AllocateUninitializedArray<byte>(Math.Max(length, 1), pinned: true);
        fill(array.AsMemory(0, length));
        return new SnapshotBytes(array, length);
    }

    /// <exception cref="InvalidDataException">The place lies outside of the bytes, or is not made of whole values.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> Read<T>(Section place)
        where T : unmanaged
    {
        var start = _start;
        ObjectDisposedException.ThrowIf(start is null, this);
        if ((ulong)place.Offset > (ulong)Length || (ulong)place.Length > (ulong)(Length - place.Offset) || place.Length > int.MaxValue)
            throw Outside();
        return new ReadOnlySpan<T>(start + place.Offset, (int)place.Length / sizeof(T));
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private static InvalidDataException Outside() => new("A section lies outside of the file.");

    private void Release()
    {
        if (_start is null)
            return;
        _start = null;
        _view?.SafeMemoryMappedViewHandle.ReleasePointer();
        _view?.Dispose();
        _file?.Dispose();
        GC.KeepAlive(_array);
    }
}
