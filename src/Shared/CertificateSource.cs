using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Shared;

/// <summary>Where a certificate with its private key comes from. Exactly one place is named.</summary>
internal sealed record CertificateSettings
{
    /// <summary>Certificate and key as PEM text, in one text or with the key apart in <see cref="KeyPem"/>.</summary>
    public string? Pem { get; init; }

    public string? KeyPem { get; init; }

    /// <summary>A PKCS#12 file (.p12, .pfx), or a PEM file with certificate and key.</summary>
    public string? Path { get; init; }

    /// <summary>Password of the PKCS#12 file or of the encrypted PEM key.</summary>
    public string? Password { get; init; }

    /// <summary>SHA-1 thumbprint of a certificate in the operating system's personal store.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The caller's own source (hardware module, vault).</summary>
    public Func<X509Certificate2>? Callback { get; init; }
}

/// <summary>A certificate could not be loaded; the message says why and what to do, and never holds a key or password.</summary>
internal sealed class CertificateSourceException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Loads a certificate with its key, and again when its file has changed.</summary>
internal sealed class CertificateSource(CertificateSettings settings)
{
    private readonly Lock _loading = new();
    private IReadOnlyList<X509Certificate2>? _current;
    private DateTime _fileTime;

    /// <exception cref="CertificateSourceException">No or several places named, unreadable, wrong password, no private key; or the callback failed.</exception>
    public X509Certificate2 Get() => GetAll()[0];

    /// <summary>A PKCS#12 file may hold several certificates with keys, such as one that signs and one for encryption.</summary>
    /// <inheritdoc cref="Get"/>
    public IReadOnlyList<X509Certificate2> GetAll()
    {
        if (settings.Callback is { } callback)
            return [FromCallback(callback)];
        lock (_loading)
        {
            var fileTime = settings.Path is { } path ? File.GetLastWriteTimeUtc(path) : default;
            if (_current is null || fileTime != _fileTime)
                (_current, _fileTime) = (LoadAll(settings), fileTime);
            return _current;
        }
    }

    /// <inheritdoc cref="Get"/>
    public static X509Certificate2 Load(CertificateSettings settings) => LoadAll(settings)[0];

    private static List<X509Certificate2> LoadAll(CertificateSettings settings)
    {
        var named = new[] { settings.Pem, settings.Path, settings.Thumbprint }.Count(place => !string.IsNullOrWhiteSpace(place));
        if (named != 1)
            throw new CertificateSourceException("Name exactly one place for the certificate: PEM text, a file, or a thumbprint.");
        try
        {
            IReadOnlyList<X509Certificate2> found = settings switch
            {
                { Pem: { Length: > 0 } pem } => [FromPem(pem, settings.KeyPem ?? pem, settings.Password)],
                { Path: { Length: > 0 } path } => FromFile(path, settings.Password),
                _ => [FromStore(settings.Thumbprint!)],
            };
            return found.Where(certificate => certificate.HasPrivateKey).ToList() is { Count: > 0 } own
                ? own
                : throw new CertificateSourceException("The certificate has no private key. Export it again together with its key.");
        }
        catch (CryptographicException exception)
        {
            throw new CertificateSourceException("The certificate could not be read: no PEM with certificate and key, or the wrong password for its key.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CertificateSourceException("The certificate file cannot be read. Check that it exists and that this process may read it.", exception);
        }
    }

    private static X509Certificate2 FromCallback(Func<X509Certificate2> callback)
    {
        try
        {
            return callback();
        }
        catch (Exception exception) when (exception is not CertificateSourceException)
        {
            throw new CertificateSourceException($"The application's own source of the certificate failed ({exception.GetType().Name}).", exception);
        }
    }

    private static IReadOnlyList<X509Certificate2> FromFile(string path, string? password)
    {
        var bytes = File.ReadAllBytes(path);
        // PKCS#12 is DER, and begins with a sequence; PEM is text.
        if (bytes is [0x30, ..])
            return Pkcs12Reader.Read(bytes, password);
        var pem = System.Text.Encoding.ASCII.GetString(bytes);
        return [FromPem(pem, pem, password)];
    }

    private static X509Certificate2 FromPem(string pem, string keyPem, string? password)
    {
        var certificate = string.IsNullOrEmpty(password) || !keyPem.Contains("ENCRYPTED", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromPem(pem, keyPem)
            : X509Certificate2.CreateFromEncryptedPem(pem, keyPem, password);
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return certificate;

        // The TLS of Windows refuses keys that live in memory only.
        using (certificate)
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                // The machine's store exists on Windows only; the next location is asked.
                continue;
            }

            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..])
                return found;
        }

        throw new CertificateSourceException("No certificate with that thumbprint stands in the personal store of this user or machine.");
    }
}
