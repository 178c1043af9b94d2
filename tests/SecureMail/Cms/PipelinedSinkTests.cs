using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.Streams;
using CsCheck;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>What goes through two threads arrives whole, in order, and stops when it must.</summary>
public sealed class PipelinedSinkTests
{
    [Fact]
    public void EverythingArrivesInOrderWhateverThePieces() => Gen.Select(Gen.Int[0, 3_000_000], Gen.Int[1, 700_000]).Sample(
        (size, piece) =>
        {
            var content = RandomNumberGenerator.GetBytes(size);
            using var target = new MemoryStream();
            using (var sink = new PipelinedSink(target))
            {
                foreach (var part in content.Chunk(piece))
                    sink.Write(part);
                sink.Finish();
            }

            return target.ToArray().AsSpan().SequenceEqual(content);
        },
        iter: 50);

    [Fact]
    public void AFaultBehindItComesOutAndEndsTheWriting()
    {
        using var sink = new PipelinedSink(new Broken());
        var writing = () =>
        {
            for (var block = 0; block < 1000; block++)
                sink.Write(new byte[300_000]);
            sink.Finish();
        };

        writing.Should().Throw<IOException>();
    }

    [Fact]
    public void AFaultInTheLastBlockComesOutAtTheEnd()
    {
        using var sink = new PipelinedSink(new Broken());
        sink.Write(new byte[300_000]);

        var finishing = sink.Finish;

        finishing.Should().Throw<IOException>();
    }

    [Fact]
    public void NobodyTouchesTheTargetAfterDisposing()
    {
        var target = new Guarded();
        var sink = new PipelinedSink(target);
        for (var block = 0; block < 20; block++)
            sink.Write(new byte[300_000]);
        sink.Dispose();
        target.IsClosed = true;

        Thread.Sleep(50);

        target.WasTouched.Should().BeFalse();
    }

    private sealed class Broken : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("full");
    }

    private sealed class Guarded : MemoryStream
    {
        public volatile bool IsClosed;
        public volatile bool WasTouched;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Thread.Sleep(1);
            WasTouched |= IsClosed;
        }
    }
}
