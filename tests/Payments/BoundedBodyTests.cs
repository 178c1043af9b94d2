using System.Buffers;
using System.Runtime.InteropServices;
using BaseComponents.Payments.Wire;
using CsCheck;

namespace BaseComponents.Tests.Payments;

/// <summary>Memory that is lent for an answer: it holds what was written, no more than allowed, and goes back once.</summary>
public sealed class BoundedBodyTests
{
    [Fact]
    public void It_holds_what_was_written_in_whatever_pieces() =>
        Gen.Byte.Array[0, 9_000].Array[0, 20].Sample(static pieces =>
        {
            using var body = new BoundedBody(200_000);
            foreach (var piece in pieces)
                body.Write(piece);
            return body.Written.Span.SequenceEqual(pieces.SelectMany(static piece => piece).ToArray());
        });

    [Fact]
    public void A_piece_beyond_the_limit_is_refused_and_nothing_of_it_is_held() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 20_000], Gen.Int[0, 30_000]).Sample(static (first, second, limit) =>
        {
            using var body = new BoundedBody(limit);
            var (held, isRefused) = (0, false);
            foreach (var length in (int[])[first, second])
            {
                try
                {
                    body.Write(new byte[length]);
                    held += length;
                }
                catch (HttpRequestException)
                {
                    isRefused = true;
                }
            }

            return body.Length == held && held <= limit && isRefused == (first > limit || first + second > limit);
        });

    [Fact]
    public void What_goes_back_is_empty_and_goes_back_once()
    {
        var body = new BoundedBody(1_000_000);
        body.Write(Enumerable.Repeat((byte)'x', 300_000).ToArray());
        MemoryMarshal.TryGetArray(body.Written, out var lent).Should().BeTrue();

        body.Dispose();
        body.Dispose();

        body.Written.Length.Should().Be(0);
        lent.Array.Should().OnlyContain(static one => one == 0);
        var (again, another) = (ArrayPool<byte>.Shared.Rent(lent.Array!.Length), ArrayPool<byte>.Shared.Rent(lent.Array.Length));
        again.Should().NotBeSameAs(another);
    }
}
