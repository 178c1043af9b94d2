using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.Keys;

/// <summary>PKCS#12 files as authorities hand them out: one for signing and one for encryption, both under the holder's name (RFC 9216).</summary>
internal static class KeyFiles
{
    public const string Password = "geheim-4711";

    public static byte[] Pkcs12(params ThrowAwayMailKey[] keys)
    {
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2048);
        var (bags, certificates) = (new Pkcs12SafeContents(), new Pkcs12SafeContents());
        foreach (var pair in keys)
        {
            using var key = RSA.Create();
            key.ImportFromPem(pair.KeyPem);
            using var certificate = X509Certificate2.CreateFromPem(pair.CertificatePem);
            Name(bags.AddShroudedKey(key, Password, encryption), certificate);
            Name(certificates.AddCertificate(certificate), certificate);
        }

        var file = new Pkcs12Builder();
        file.AddSafeContentsEncrypted(certificates, Password, encryption);
        file.AddSafeContentsUnencrypted(bags);
        file.SealWithMac(Password, HashAlgorithmName.SHA256, 2048);
        return file.Encode();
    }

    private static void Name(Pkcs12SafeBag bag, X509Certificate2 certificate)
    {
        bag.Attributes.Add(new Pkcs9LocalKeyId(SHA256.HashData(certificate.RawData)));
        // friendlyName (RFC 7292 section 4.2): the same for both.
        bag.Attributes.Add(new AsnEncodedData("1.2.840.113549.1.9.20", [0x1E, 0x0A, 0, (byte)'a', 0, (byte)'l', 0, (byte)'i', 0, (byte)'c', 0, (byte)'e']));
    }
}
