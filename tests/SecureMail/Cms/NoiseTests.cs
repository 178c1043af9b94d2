using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using CsCheck;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>Mutants of good messages end well or in the one kind of exception that says why.</summary>
public sealed class NoiseTests
{
    private static readonly byte[] _content = [1, 2, 3, 4, 5];

    [Fact]
    public void MutantsOfEnvelopesFailInOneWay()
    {
        byte[][] seeds =
        [
            Envelopes.Seal(_content, ContentCipher.Aes256Gcm, isDer: true, Envelopes.For(CmsKey.Of("P-256"))),
            Envelopes.Seal(_content, ContentCipher.Aes256Cbc, isDer: false, Envelopes.For(CmsKey.Of("P-256"))),
            Envelopes.Seal(_content, ContentCipher.Aes256Cbc, isDer: true, Envelopes.For(CmsKey.Rsa)),
        ];

        Gen.OneOf(seeds.Select(Gen.Const).ToArray()).SelectMany(Mutants).Sample(message => { Envelopes.ProblemOf(message, CmsKey.Of("P-256"), CmsKey.Rsa); }, iter: 10_000);
    }

    [Fact]
    public void MutantsOfSignaturesFailInOneWay()
    {
        byte[][] seeds =
        [
            Signatures.Detached(_content, Signatures.By(CmsKey.Rsa)),
            Signatures.Detached(_content, Signatures.By(CmsKey.Of("brainpoolP256r1"))),
            Signatures.Opaque(_content, Signatures.By(CmsKey.Of("P-256"))),
        ];

        Gen.OneOf(seeds.Select(Gen.Const).ToArray()).SelectMany(Mutants).Sample(Verify, iter: 10_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(23)]
    [InlineData(4096)]
    public void AWrappedKeyOfAnImpossibleLengthIsNoKey(int length) => KeyWrap.Unwrap(new byte[32], new byte[length]).Should().BeNull();

    private static void Verify(byte[] message)
    {
        try
        {
            using var reader = new BaseComponents.SecureMail.Wire.Cms.Signed.SignedDataReader(new MemoryStream(message));
            reader.Content?.CopyTo(Stream.Null);
            if (reader.Content is null)
                reader.Digests.Write(_content);
            reader.Finish();
        }
        catch (CmsException)
        {
            // The only one there is.
        }
    }

    private static Gen<byte[]> Mutants(byte[] seed) => Gen.Select(
        Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte).Array[1, 6], Gen.Int[0, seed.Length - 1], Gen.Int[0, 40], Gen.Bool,
        (changes, from, length, isCut) =>
        {
            var mutant = seed.ToList();
            foreach (var (position, value) in changes)
                mutant[position] = value;
            length = Math.Min(length, seed.Length - from);
            if (isCut)
                mutant.RemoveRange(from, length);
            else
                mutant.InsertRange(from, mutant.GetRange(from, length));
            return mutant.ToArray();
        });
}
