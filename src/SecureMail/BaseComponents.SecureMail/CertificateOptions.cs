using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail;

/// <summary>Where a certificate with its private key comes from: exactly one of PEM text, file, thumbprint or callback.</summary>
public sealed class CertificateOptions
{
    /// <summary>Certificate (and key, if <see cref="KeyPem"/> is not set) as PEM text.</summary>
    public string? Pem { get; set; }

    /// <summary>Private key as PEM text.</summary>
    public string? KeyPem { get; set; }

    /// <summary>A PKCS#12 file (.p12, .pfx) or a PEM file with certificate and key; read again when it changes.</summary>
    public string? Path { get; set; }

    /// <summary>Password of the file or of the PEM key.</summary>
    public string? Password { get; set; }

    /// <summary>SHA-1 thumbprint of a certificate in the operating system's personal store.</summary>
    public string? Thumbprint { get; set; }

    /// <summary>The application's own source, such as a vault; set in code.</summary>
    public Func<X509Certificate2>? Callback { get; set; }

    /// <summary>
    /// The private key of the certificate in <see cref="Pem"/> where no program may have it, such as in a hardware module (PKCS#11); set in code. Asked at each use, and disposed
    /// after it. RSA, ECDsa and ECDiffieHellman are used through their operations only; a key is never exported.
    /// </summary>
    public Func<AsymmetricAlgorithm>? KeyCallback { get; set; }
}
