using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>The text of a key from the one place that is named.</summary>
internal static class KeyPlace
{
    private const int MaxFile = 1_000_000;

    /// <exception cref="CertificateSourceException">No or both places named, or the file cannot be read.</exception>
    public static string Read(OpenPgpKeyOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Armored) == string.IsNullOrWhiteSpace(options.Path))
            throw new CertificateSourceException("Name exactly one place for the OpenPGP key: its text, or a file.");
        return string.IsNullOrWhiteSpace(options.Path) ? options.Armored! : ReadFile(options.Path);
    }

    private static string ReadFile(string path)
    {
        try
        {
            return new FileInfo(path).Length <= MaxFile ? File.ReadAllText(path) : throw new CertificateSourceException("The OpenPGP key file is larger than a key is.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CertificateSourceException("The OpenPGP key file cannot be read. Check that it exists and that this process may read it.", exception);
        }
    }
}
