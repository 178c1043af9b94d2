using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>Loads a secret key, and again when its file has changed.</summary>
internal sealed class SecretKeySource(OpenPgpKeyOptions options)
{
    private readonly Lock _loading = new();
    private SecretKey? _current;
    private DateTime _fileTime;

    /// <exception cref="CertificateSourceException">No or several places named, unreadable, or a wrong passphrase.</exception>
    public SecretKey Get()
    {
        lock (_loading)
        {
            var fileTime = options.Path is { } path ? File.GetLastWriteTimeUtc(path) : default;
            if (_current is null || fileTime != _fileTime)
                (_current, _fileTime) = (KeyText.ReadSecret(KeyPlace.Read(options), options.Passphrase), fileTime);
            return _current;
        }
    }
}
