using System.Security.Cryptography;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.Streams;
using CsCheck;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>What was sealed is opened by whom it is for, and by nobody else.</summary>
public sealed class EnvelopeTests
{
    public static MatrixTheoryData<string, bool, bool> Forms { get; } = new(
        ["RSA", "P-256", "P-384", "P-521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"], [true, false], [true, false]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryKeyOpensEveryForm(string key, bool isAuthenticated, bool isDer)
    {
        var content = RandomNumberGenerator.GetBytes(100_000);

        var message = Envelopes.Seal(content, Cipher(isAuthenticated), isDer, Envelopes.For(CmsKey.Of(key)));

        Envelopes.Open(message, CmsKey.Of(key)).Should().Equal(content);
        Envelopes.ProblemOf(message, CmsKey.Of(key, 1)).Should().Be(CmsProblem.NoKey);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ContentOfAnySizeWrittenInAnyPiecesComesBack(bool isAuthenticated) => Gen.Select(Gen.Int[0, 300_000], Gen.Int[1, 150_000], Gen.Bool).Sample(
        (size, piece, isDer) =>
        {
            var content = RandomNumberGenerator.GetBytes(size);
            using var output = new MemoryStream();
            using (var writer = new EnvelopeWriter(output, Cipher(isAuthenticated), [Envelopes.For(CmsKey.Of("P-256"))], isDer ? size : null))
            {
                foreach (var part in content.Chunk(piece))
                    writer.Write(part);
                writer.Finish();
            }

            return Envelopes.Open(output.ToArray(), CmsKey.Of("P-256")).AsSpan().SequenceEqual(content);
        },
        iter: 200);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(65519)]
    [InlineData(65520)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131072)]
    public void SizesAroundTheBordersOfBlocksAndPiecesComeBack(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        foreach (var cipher in new[] { ContentCipher.Aes256Gcm, ContentCipher.Aes256Cbc })
        {
            foreach (var isDer in new[] { true, false })
                Envelopes.Open(Envelopes.Seal(content, cipher, isDer, Envelopes.For(CmsKey.Rsa)), CmsKey.Rsa).Should().Equal(content);
        }
    }

    [Fact]
    public void AllRecipientsOpenTheSameMessage()
    {
        string[] kinds = ["RSA", "P-256", "P-256", "brainpoolP256r1", "P-521", "RSA"];
        var recipients = kinds.Index().Select(kind => CmsKey.Of(kind.Item, kind.Index)).ToArray();
        byte[] content = [1, 2, 3];

        var message = Envelopes.Seal(content, ContentCipher.Aes256Gcm, true, [.. recipients.Select(recipient => Envelopes.For(recipient))]);

        foreach (var recipient in recipients)
            Envelopes.Open(message, recipient).Should().Equal(content);
        Envelopes.Open(message, CmsKey.Of("RSA", 99), CmsKey.Of("P-256", 98), recipients[4]).Should().Equal(content);
    }

    [Theory]
    [InlineData(KeyTransport.Oaep)]
    [InlineData(KeyTransport.Pkcs1)]
    public void BothPaddingsOfRsaOpen(KeyTransport transport) =>
        Envelopes.Open(Envelopes.Seal([7], ContentCipher.Aes256Gcm, true, Envelopes.For(CmsKey.Rsa, transport)), CmsKey.Rsa).Should().Equal(7);

    [Fact]
    public void OnlyGcmIsCalledAuthenticated()
    {
        foreach (var cipher in new[] { ContentCipher.Aes256Gcm, ContentCipher.Aes256Cbc })
        {
            var message = Envelopes.Seal([7], cipher, true, Envelopes.For(CmsKey.Rsa));
            using var opened = EnvelopeOpening.Open(new MemoryStream(message), [CmsKey.Rsa]);
            opened.IsAuthenticated.Should().Be(cipher.IsAuthenticated);
        }
    }

    [Fact]
    public void EveryMessageHasAKeyAndANonceOfItsOwn()
    {
        var one = Envelopes.Seal(new byte[64], ContentCipher.Aes256Gcm, true, Envelopes.For(CmsKey.Rsa));
        var other = Envelopes.Seal(new byte[64], ContentCipher.Aes256Gcm, true, Envelopes.For(CmsKey.Rsa));

        // Identical content: whatever differs in the last 82 octets (content, tag and its header) comes from key and nonce.
        one[^82..].Should().NotEqual(other[^82..]);
        one.Length.Should().Be(other.Length);
    }

    [Fact]
    public void AKeyCarriesSixtyFourGibibytesAndNotOneMore()
    {
        using var transform = new GcmTransform(true, new byte[32], new GcmParameters(new byte[12], 16));
        GcmTransform.MaxLength.Should().Be((1L << 36) - 32);
        using var writer = new EnvelopeWriter(Stream.Null, ContentCipher.Aes256Gcm, [Envelopes.For(CmsKey.Rsa)]);
        var room = typeof(EnvelopeWriter).GetField("_room", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
        room.SetValue(writer, 2L);

        writer.Write([1, 2]);
        var more = () => writer.Write([3]);

        more.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void APromisedLengthIsKept()
    {
        using var writer = new EnvelopeWriter(new MemoryStream(), ContentCipher.Aes256Gcm, [Envelopes.For(CmsKey.Rsa)], contentLength: 5);
        writer.Write([1, 2, 3]);

        var finishing = writer.Finish;

        finishing.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void AMessageThatWasNotFinishedDoesNotOpen()
    {
        using var output = new MemoryStream();
        using (var writer = new EnvelopeWriter(output, ContentCipher.Aes256Gcm, [Envelopes.For(CmsKey.Rsa)]))
            writer.Write(new byte[200_000]);

        Envelopes.ProblemOf(output.ToArray(), CmsKey.Rsa).Should().Be(CmsProblem.Malformed);
    }

    /// <summary>128 MiB through writer, both passes of the opening and back: what is allocated does not grow with the content.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LargeContentTakesConstantMemory(bool isAuthenticated)
    {
        const int Mebibytes = 128;
        var path = Path.GetTempFileName();
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            var piece = new byte[1024 * 1024];
            _ = CmsKey.Rsa;
            var before = GC.GetAllocatedBytesForCurrentThread();
            using (var writer = new EnvelopeWriter(file, Cipher(isAuthenticated), [Envelopes.For(CmsKey.Rsa)]))
            {
                for (var written = 0; written < Mebibytes; written++)
                    writer.Write(piece);
                writer.Finish();
            }

            file.Position = 0;
            using var opened = EnvelopeOpening.Open(file, [CmsKey.Rsa]);
            using var plain = new OctetStream(opened.Octets);
            var read = 0L;
            while (plain.Read(piece) is > 0 and var count)
                read += count;

            read.Should().Be(Mebibytes * 1024L * 1024);
            (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(8 * 1024 * 1024);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ContentCipher Cipher(bool isAuthenticated) => isAuthenticated ? ContentCipher.Aes256Gcm : ContentCipher.Aes256Cbc;
}
