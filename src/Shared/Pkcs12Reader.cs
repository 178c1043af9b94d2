using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Shared;

/// <summary>Reads PKCS#12 files (.p12, .pfx), and says which of the usual things is wrong with one that cannot be read.</summary>
internal static class Pkcs12Reader
{
    // ERROR_INVALID_PASSWORD, which .NET gives on every system.
    private const int WrongPassword = unchecked((int)0x80070056);

    /// <summary>pkcs-12PbeIds, 1.2.840.113549.1.12.1: encryption with RC4, 3DES or RC2 (RFC 7292, appendix C).</summary>
    private static ReadOnlySpan<byte> OldCiphers => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x01];

    /// <summary>All certificates of the file, each with the key that belongs to it: by localKeyID, since names may be the same.</summary>
    /// <exception cref="CertificateSourceException">Wrong password, ciphers that this system refuses, or no PKCS#12 at all.</exception>
    public static IReadOnlyList<X509Certificate2> Read(byte[] file, string? password)
    {
        try
        {
            return [.. X509CertificateLoader.LoadPkcs12Collection(file, password)];
        }
        catch (CryptographicException exception)
        {
            throw new CertificateSourceException(Why(file, exception), exception);
        }
    }

    private static string Why(ReadOnlySpan<byte> file, CryptographicException exception)
    {
        if (exception.HResult == WrongPassword)
            return "The password does not open the PKCS#12 file. Operators send it apart from the file; look for blanks around it.";
        return file.IndexOf(OldCiphers) >= 0
            ? "The PKCS#12 file is encrypted with old ciphers (RC2 or 3DES) that the cryptography of this system refuses. Convert it once: "
                + "openssl pkcs12 -legacy -in old.p12 -nodes -out all.pem && openssl pkcs12 -export -in all.pem -out new.p12, and delete all.pem, which holds the key unprotected."
            : "The file is no PKCS#12 file, or is damaged. Export certificate and key again as .p12, or use PEM.";
    }
}
