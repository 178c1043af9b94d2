using System.Security.Cryptography;
using System.Text;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Streams;
using CsCheck;

namespace BaseComponents.Tests.SecureMail;

/// <summary>The pieces that opening is made of, against the plain way to do the same.</summary>
public sealed class OctetsTests
{
    private static readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] _content = RandomNumberGenerator.GetBytes(200_000);

    [Fact]
    public void CounterModeReadsAnyPlace()
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var encrypted = new byte[_content.Length];
        using (var gcm = new AesGcm(_key, 16))
            gcm.Encrypt(nonce, _content, encrypted, new byte[16]);
        using var plain = new CounterOctets(new MemoryOctets(encrypted), new CounterMode(_key, [.. nonce, 0, 0, 0, 2]));

        Places.Sample(place => Read(plain, place).AsSpan().SequenceEqual(_content.AsSpan(place.Offset, place.Length)), iter: 300);
    }

    [Fact]
    public void ChainedBlocksAreReadAtAnyPlace()
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        var vector = RandomNumberGenerator.GetBytes(16);
        using var plain = new CbcOctets(new MemoryOctets(aes.EncryptCbc(_content, vector)), _key, vector);

        plain.Length.Should().Be(_content.Length);
        Places.Sample(place => Read(plain, place).AsSpan().SequenceEqual(_content.AsSpan(place.Offset, place.Length)), iter: 300);
    }

    [Fact]
    public void WhatIsSpooledComesBackFromAnyPlace()
    {
        using var spool = new ThrowAwaySpool();
        for (var copy = 0; copy < 10; copy++)
            spool.Write(_content);

        spool.IsInFile.Should().BeTrue();
        Gen.Select(Gen.Int[0, 9], Places).Sample(
            at => Read(spool, (at.Item2.Offset + (at.Item1 * _content.Length), at.Item2.Length)).AsSpan().SequenceEqual(_content.AsSpan(at.Item2.Offset, at.Item2.Length)), iter: 100);
    }

    [Fact]
    public void AStreamOverOctetsIsSoughtAndRead() => Gen.Int[0, _content.Length].Array[1, 5].Sample(
        offsets =>
        {
            using var stream = new OctetStream(new OctetSlice(new MemoryOctets(_content), 0, _content.Length));
            return offsets.All(offset =>
            {
                stream.Position = offset;
                var buffer = new byte[70_000];
                var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
                return buffer.AsSpan(0, count).SequenceEqual(_content.AsSpan(offset, Math.Min(buffer.Length, _content.Length - offset)));
            });
        },
        iter: 100);

    [Fact]
    public void Base64ComesBackWhateverStandsBetween() => Gen.Select(Gen.Byte.Array[0, 3000], Gen.OneOf(Gen.Const("\r\n"), Gen.Const("\n"), Gen.Const(" \t\r\n"), Gen.Const("!\u0001\n")), Gen.Int[1, 100], Gen.OneOf(Gen.Const(""), Gen.Const("="), Gen.Const("==\r\nmore"))).Sample(
        sample =>
        {
            var letters = Convert.ToBase64String(sample.Item1).TrimEnd('=');
            var text = string.Join(sample.Item2, letters.Chunk(sample.Item3).Select(line => new string(line))) + sample.Item2 + sample.Item4;
            return Decode(text).SequenceEqual(sample.Item1);
        },
        iter: 500);

    [Fact]
    public void LineEndsBecomeTheOnesThatAreSigned() => Gen.Select(Gen.OneOf(Gen.Const("\r"), Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const("a"), Gen.Const("bc")).Array[0, 60], Gen.Int[1, 7]).Sample(
        sample =>
        {
            var text = string.Concat(sample.Item1);
            using var target = new MemoryStream();
            using var canonical = new CanonicalSink(target);
            foreach (var piece in Encoding.ASCII.GetBytes(text).Chunk(sample.Item2))
                canonical.Write(piece);
            var expected = string.Concat(text.Select((c, index) => c == '\n' && (index == 0 || text[index - 1] != '\r') ? "\r\n" : c.ToString()));
            return Encoding.ASCII.GetString(target.ToArray()) == expected && canonical.HasChanged == (expected != text);
        },
        iter: 1000);

    [Fact]
    public void DelimitersAreFoundAlsoWhereAWindowEnds() => Gen.Int[65_400, 65_700].Sample(
        length =>
        {
            var text = $"A: b\r\n\r\n{new string('x', length)}\n--in\r\ninner\r\n--inn\r\n--in \t\r\nrest\r\n--in--\r\n--in\r\n";
            var entity = new MemoryOctets(Encoding.ASCII.GetBytes(text));
            var found = new DelimiterLines(entity, "--in"u8.ToArray()).From(HeaderBlock.BodyOf(entity)).ToList();
            return found.Select(line => text[(int)line.Start..(int)line.Next]).SequenceEqual(["--in\r\n", "--in \t\r\n", "--in--\r\n", "--in\r\n"])
                && found.Select(line => line.IsClosing).SequenceEqual([false, false, true, false]);
        },
        iter: 300);

    private static Gen<(int Offset, int Length)> Places =>
        Gen.Select(Gen.Int[0, _content.Length], Gen.Int[0, 100_000]).Select(place => (place.Item1, Math.Min(place.Item2, _content.Length - place.Item1)));

    private static byte[] Read(IOctets octets, (int Offset, int Length) place)
    {
        var buffer = new byte[place.Length];
        octets.Read(place.Offset, buffer);
        return buffer;
    }

    private static byte[] Decode(string text)
    {
        using var source = new Base64Source(new MemoryStream(Encoding.Latin1.GetBytes(text)));
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }
}
