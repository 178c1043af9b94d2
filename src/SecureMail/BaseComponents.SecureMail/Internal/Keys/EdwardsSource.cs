using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>Where certificates with Ed25519 and X25519 keys come from: PEM text or file, unencrypted. The platform reads such keys from nowhere, so PKCS#12 is left out.</summary>
internal static class EdwardsSource
{
    private const string Label = "PRIVATE KEY";

    /// <summary>Null where the settings name no such certificate.</summary>
    public static Func<X509Certificate2>? Find(CertificateOptions options)
    {
        try
        {
            return TextOf(options) is { } text && PemCertificates.ReadOptional(text) is [var first, ..] && EdwardsCertificate.IsKind(first) ? () => Load(options) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CertificateSourceException or CryptographicException)
        {
            // Whoever loads it says what is wrong with it.
            return null;
        }
    }

    // Read again at each use, as a file may have changed; it is small.
    private static EdwardsCertificate Load(CertificateOptions options)
    {
        var text = TextOf(options) ?? "";
        var certificate = PemCertificates.Read(text)[0];
        var key = KeyIn(options.KeyPem ?? text)
            ?? throw new CertificateSourceException("The certificate holds an Ed25519 or X25519 key, and its private key is not there. Give it as unencrypted PEM (BEGIN PRIVATE KEY).");
        try
        {
            return EdwardsCertificate.With(certificate, key);
        }
        catch (CryptographicException exception)
        {
            throw new CertificateSourceException("The certificate holds an Ed25519 or X25519 key, and the private key beside it is another one. Give the two that belong together.", exception);
        }
    }

    private static string? TextOf(CertificateOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.Pem))
            return options.Pem;
        if (string.IsNullOrWhiteSpace(options.Path))
            return null;
        var bytes = File.ReadAllBytes(options.Path);
        return bytes is [0x30, ..] ? null : System.Text.Encoding.ASCII.GetString(bytes);
    }

    private static byte[]? KeyIn(ReadOnlySpan<char> text)
    {
        while (PemEncoding.TryFind(text, out var field))
        {
            if (text[field.Label] is Label)
                return Convert.FromBase64String(text[field.Base64Data].ToString());
            text = text[field.Location.End..];
        }

        return null;
    }
}
