namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>The files that the own certificates of a log-in come from, and when they were written: who replaces one needs no restart and no change of the settings.</summary>
internal sealed class CertificateFiles
{
    private readonly (string Path, DateTime WrittenAt)[] _files;

    private CertificateFiles((string Path, DateTime WrittenAt)[] files) => _files = files;

    public bool AreUnchanged => Array.TrueForAll(_files, static file => File.GetLastWriteTimeUtc(file.Path) == file.WrittenAt);

    public static CertificateFiles Of(EidSamlOptions options) => new(
        [.. options.DecryptionCertificates.Prepend(options.SigningCertificate).Select(static certificate => certificate.Path).OfType<string>().Where(static path => path.Length > 0)
            .Select(static path => (path, File.GetLastWriteTimeUtc(path)))]);
}
