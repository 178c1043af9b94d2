using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// RSA public keys of recipients, ready for use: taking one out of its certificate costs three times as much as encrypting with it. A key is with one mail at a time, since
/// the platform's objects are not made for several, and is gone with its certificate.
/// </summary>
internal sealed class RecipientRsaKeys
{
    private readonly ConditionalWeakTable<X509Certificate2, ConcurrentBag<RSA>> _idle = [];

    /// <exception cref="CmsException">It is no RSA key.</exception>
    /// <exception cref="CryptographicException">It does not encrypt.</exception>
    public byte[] Encrypt(X509Certificate2 certificate, byte[] data, RSAEncryptionPadding padding)
    {
        var idle = _idle.GetOrCreateValue(certificate);
        var key = idle.TryTake(out var known) ? known : certificate.GetRSAPublicKey() ?? throw new CmsException(CmsProblem.UnusableKey);
        try
        {
            return key.Encrypt(data, padding);
        }
        finally
        {
            idle.Add(key);
        }
    }
}
