using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Benchmarks.Eid;

/// <summary>What no reader of a message can save: to verify its two signatures, to hash what they cover, to unwrap the key and to decrypt, over the same octets, with everything prepared.</summary>
internal sealed class BareCryptography
{
    private const int Nonce = 12;
    private const int Tag = 16;

    private readonly RSA _signer;
    private readonly RSA _recipient;
    private readonly (byte[] SignedInfo, byte[] Value, byte[] Covered)[] _signatures;
    private readonly byte[] _wrapped;
    private readonly byte[] _content;

    public BareCryptography(byte[] message, X509Certificate2 signer, X509Certificate2 recipient)
    {
        (_signer, _recipient) = (signer.GetRSAPublicKey()!, recipient.GetRSAPrivateKey()!);
        var response = Load(System.Text.Encoding.UTF8.GetString(message));
        var values = response.GetElementsByTagName("CipherValue", "http://www.w3.org/2001/04/xmlenc#");
        (_wrapped, _content) = (Convert.FromBase64String(values[0]!.InnerText), Convert.FromBase64String(values[1]!.InnerText));
        var assertion = Load(System.Text.Encoding.UTF8.GetString(Decrypt()));
        _signatures = [Signature(response), Signature(assertion)];
        Run();
    }

    /// <exception cref="CryptographicException">Something does not fit: then the wrong thing is measured.</exception>
    public void Run()
    {
        foreach (var (signedInfo, value, covered) in _signatures)
        {
            if (!_signer.VerifyData(signedInfo, value, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))
                throw new CryptographicException("The signature does not fit.");
            GC.KeepAlive(SHA256.HashData(covered));
        }

        GC.KeepAlive(Decrypt());
    }

    private byte[] Decrypt()
    {
        using var cipher = new AesGcm(_recipient.Decrypt(_wrapped, RSAEncryptionPadding.OaepSHA1), Tag);
        var plain = new byte[_content.Length - Nonce - Tag];
        cipher.Decrypt(_content.AsSpan(0, Nonce), _content.AsSpan(Nonce, plain.Length), _content.AsSpan(^Tag..), plain);
        return plain;
    }

    private static (byte[] SignedInfo, byte[] Value, byte[] Covered) Signature(XmlElement signed)
    {
        var signature = Answers.SignatureOf(signed);
        var signedInfo = ForgedSignature.Canonical((XmlElement)signature.FirstChild!, null);
        var value = Convert.FromBase64String(signature.ChildNodes[1]!.InnerText);
        signed.RemoveChild(signature);
        return (signedInfo, value, ForgedSignature.Canonical(signed, null));
    }

    private static XmlElement Load(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        return document.DocumentElement!;
    }
}
