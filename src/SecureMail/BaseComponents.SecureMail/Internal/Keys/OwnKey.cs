using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>The private key of one of our certificates, wherever it is. Null where there is none of that kind; the caller disposes it.</summary>
internal static class OwnKey
{
    /// <exception cref="CryptographicException">The module does not answer.</exception>
    public static RSA? RsaOf(X509Certificate2 certificate) => Of<RSA>(certificate, RSACertificateExtensions.GetRSAPrivateKey);

    /// <inheritdoc cref="RsaOf"/>
    public static ECDsa? EcdsaOf(X509Certificate2 certificate) => Of<ECDsa>(certificate, ECDsaCertificateExtensions.GetECDsaPrivateKey);

    /// <inheritdoc cref="RsaOf"/>
    public static ECDiffieHellman? AgreementOf(X509Certificate2 certificate) => Of<ECDiffieHellman>(certificate, static one => one.GetECDiffieHellmanPrivateKey());

    /// <summary>The key itself, which BouncyCastle works with: an <see cref="EdwardsCertificate"/> is never in a module.</summary>
    public static T? EdwardsOf<T>(X509Certificate2 certificate)
        where T : Org.BouncyCastle.Crypto.AsymmetricKeyParameter => (certificate as EdwardsCertificate)?.Key as T;

    private static T? Of<T>(X509Certificate2 certificate, Func<X509Certificate2, T?> inside)
        where T : AsymmetricAlgorithm => certificate is ModuleCertificate module ? FromModule(module) as T : inside(certificate);

    private static AsymmetricAlgorithm FromModule(ModuleCertificate module)
    {
        try
        {
            return module.Key;
        }
        catch (Exception exception) when (exception is not CryptographicException)
        {
            // The application's code knows its own exceptions; to everybody here it is a key that cannot be used.
            throw new CryptographicException($"The application's own source of a key failed ({exception.GetType().Name}).");
        }
    }
}
