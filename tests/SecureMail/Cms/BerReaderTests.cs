using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Ber;
using CsCheck;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>The forms of BER that are read, and where reading stops.</summary>
public sealed class BerReaderTests
{
    [Theory]
    [InlineData("0403616263")]
    [InlineData("048103616263")]
    [InlineData("048800000000000000036162 63")]
    [InlineData("24050403616263")]
    [InlineData("2480040361626300 00")]
    [InlineData("2480040161040004026263 0000")]
    [InlineData("24802480040161 0000 0402 6263 0000")]
    public void AnOctetStringIsReadInAnyForm(string hex) => System.Text.Encoding.ASCII.GetString(ReadOctets(hex)).Should().Be("abc");

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("04", "no length")]
    [InlineData("0480616263 0000", "indefinite length of a primitive element")]
    [InlineData("0404616263", "cut off")]
    [InlineData("0489000000000000000003616263", "length of nine octets")]
    [InlineData("04FF616263", "reserved length")]
    [InlineData("0488FFFFFFFFFFFFFFFF", "length beyond all numbers")]
    [InlineData("04887FFFFFFFFFFFFFFF", "length that wraps around when it is added")]
    [InlineData("3003616263", "another tag")]
    [InlineData("2403040361", "piece larger than the whole")]
    [InlineData("24050403616263040161", "rest outside is not read here, but the piece before it")]
    [InlineData("2480300361626300 00", "piece of another kind")]
    [InlineData("24800403616263", "no end")]
    [InlineData("248004036162630001", "half an end")]
    [InlineData("24040403616263", "piece that ends outside")]
    [InlineData("248024802480248024800401610000000000000000 0000", "too deep")]
    public void OtherOctetStringsAreMalformed(string hex, string why)
    {
        var reading = () => ReadWholeString(hex);

        reading.Should().Throw<CmsException>(why).Which.Problem.Should().Be(CmsProblem.Malformed);
    }

    [Theory]
    [InlineData("3003020101", "3003020101")]
    [InlineData("3080020101 0000", "3080020101 0000")]
    [InlineData("30803080020101 0000 0000FF", "30803080020101 0000 0000")]
    public void AnElementIsReadAsAWhole(string hex, string element) =>
        Convert.ToHexString(new BerReader(Source(hex)).ReadElement(BerTag.Sequence)).Should().Be(element.Replace(" ", "", StringComparison.Ordinal));

    [Fact]
    public void AnElementOverTheLimitIsRefusedBeforeItIsRead()
    {
        var source = new CountingStream();
        var reading = () => new BerReader(source).ReadElement(BerTag.Sequence, limit: 1000);

        reading.Should().Throw<CmsException>();
        source.Served.Should().BeLessThan(200_000);
    }

    [Fact]
    public void ContainersAreEnteredToABoundedDepth()
    {
        var reader = new BerReader(new MemoryStream([.. Enumerable.Repeat<byte[]>([0x30, 0x80], 100_000).SelectMany(header => header)]));
        var entering = () =>
        {
            for (var depth = 0; depth < 100_000; depth++)
                reader.Enter(BerTag.Sequence);
        };

        entering.Should().Throw<CmsException>();
        var reading = () => new BerReader(new MemoryStream([.. Enumerable.Repeat<byte[]>([0x30, 0x80], 100_000).SelectMany(header => header)])).ReadElement(BerTag.Sequence);
        reading.Should().Throw<CmsException>();
    }

    [Fact]
    public void EndlessEmptyPiecesComeToAnEnd()
    {
        var reading = () => new BerOctetSource(new BerReader(new EndlessPieces()), BerTag.OctetString).CopyTo(Stream.Null);

        reading.Should().Throw<CmsException>();
    }

    [Fact]
    public void WhatIsWrittenIsReadWhateverTheSize() => Gen.Select(Gen.Byte.Array[0, 200_000], Gen.Bool).Sample(
        (octets, isDer) =>
        {
            using var output = new MemoryStream();
            using (var sink = new BerOctetSink(new BerWriter(output), BerTag.OctetString, isDer ? octets.Length : null))
            {
                sink.Write(octets);
                sink.Finish();
            }

            using var read = new MemoryStream();
            new BerOctetSource(new BerReader(new MemoryStream(output.ToArray())), BerTag.OctetString).CopyTo(read);
            return read.ToArray().AsSpan().SequenceEqual(octets);
        },
        iter: 200);

    [Fact]
    public void NoiseIsMalformedAndNothingElse() => Gen.Byte.Array[0, 300].Sample(
        noise => EnvelopeProblem(noise) is CmsProblem.Malformed or CmsProblem.UnsupportedAlgorithm, iter: 20_000);

    private static CmsProblem? EnvelopeProblem(byte[] noise) => Envelopes.ProblemOf([0x30, 0x80, .. noise]);

    private static byte[] ReadOctets(string hex)
    {
        using var octets = new MemoryStream();
        new BerOctetSource(new BerReader(Source(hex)), BerTag.OctetString).CopyTo(octets);
        return octets.ToArray();
    }

    private static void ReadWholeString(string hex)
    {
        var source = Source(hex);
        var reader = new BerReader(source);
        new BerOctetSource(reader, BerTag.OctetString).CopyTo(Stream.Null);
        if (reader.HasMore)
            throw BerReader.Malformed();
    }

    private static MemoryStream Source(string hex) => new(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));

    /// <summary>A sequence that says it has a gigabyte.</summary>
    private sealed class CountingStream : MemoryStream
    {
        private static readonly byte[] _head = [0x30, 0x84, 0x40, 0, 0, 0];

        public long Served { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            buffer.Clear();
            if (Served == 0)
                _head.CopyTo(buffer);
            Served += buffer.Length;
            return buffer.Length;
        }
    }

    private sealed class EndlessPieces : MemoryStream
    {
        private bool _isBegun;

        public override int Read(Span<byte> buffer)
        {
            buffer = buffer[..(buffer.Length / 2 * 2)];
            for (var index = 0; index < buffer.Length; index += 2)
                (buffer[index], buffer[index + 1]) = (0x04, 0x00);
            if (!_isBegun)
                (buffer[0], buffer[1], _isBegun) = (0x24, 0x80, true);
            return buffer.Length;
        }
    }
}
