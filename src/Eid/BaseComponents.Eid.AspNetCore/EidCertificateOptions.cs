using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Where a certificate with its private key comes from: exactly one of PEM text, file, thumbprint or callback.</summary>
public sealed class EidCertificateOptions
{
    /// <summary>Certificate (and key, if <see cref="KeyPem"/> is not set) as PEM text.</summary>
    public string? Pem { get; set; }

    /// <summary>Private key as PEM text.</summary>
    public string? KeyPem { get; set; }

    /// <summary>A PKCS#12 file (.p12, .pfx) or a PEM file with certificate and key.</summary>
    public string? Path { get; set; }

    /// <summary>Password of the file or of the PEM key.</summary>
    public string? Password { get; set; }

    /// <summary>SHA-1 thumbprint of a certificate in the operating system's personal store.</summary>
    public string? Thumbprint { get; set; }

    /// <summary>The application's own source, such as a hardware module; set in code.</summary>
    public Func<X509Certificate2>? Callback { get; set; }
}
