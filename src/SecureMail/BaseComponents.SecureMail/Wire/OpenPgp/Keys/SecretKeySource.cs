using System.Runtime.CompilerServices;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>Loads a secret key, and again when its file has changed. A passphrase is made slow on purpose, so settings that were checked are not loaded a second time.</summary>
internal sealed class SecretKeySource(OpenPgpKeyOptions options)
{
    private static readonly ConditionalWeakTable<OpenPgpKeyOptions, SecretKeySource> _known = [];
    private readonly Lock _loading = new();
    private SecretKey? _current;
    private DateTime _fileTime;

    public static SecretKeySource Of(OpenPgpKeyOptions options) => _known.GetValue(options, known => new SecretKeySource(known));

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
