using System.Security.Cryptography;

namespace BaseComponents.Tests.SecureMail.Keys;

/// <summary>A key as a hardware module shows it: it signs and decrypts, counts how often, and never comes out.</summary>
internal sealed class ModuleRsa(RSA inside, ModuleRsa.Counter counter) : RSA
{
    public override int KeySize => inside.KeySize;

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        counter.Signed++;
        return inside.SignHash(hash, hashAlgorithm, padding);
    }

    public override byte[] Decrypt(byte[] data, RSAEncryptionPadding padding)
    {
        counter.Decrypted++;
        return inside.Decrypt(data, padding);
    }

    public override RSAParameters ExportParameters(bool includePrivateParameters)
    {
        if (!includePrivateParameters)
            return inside.ExportParameters(false);
        counter.Exported++;
        throw new CryptographicException("The key does not leave the module.");
    }

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    internal sealed class Counter
    {
        public int Signed { get; set; }

        public int Decrypted { get; set; }

        public int Exported { get; set; }
    }
}
