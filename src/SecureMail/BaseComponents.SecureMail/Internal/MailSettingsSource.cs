using BaseComponents.SecureMail.Internal.Keys;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Internal;

/// <summary>The current settings of one named sender; certificates are loaded again when the configuration changes.</summary>
internal sealed class MailSettingsSource(IOptionsMonitor<SecureMailOptions> options, string name, IReadOnlyList<IRecipientCertificateSource> sources, LearnedCertificates learned, TimeProvider clock)
{
    private readonly Lock _loading = new();
    private MailSettings? _current;

    public MailSettings Current
    {
        get
        {
            var wanted = options.Get(name);
            lock (_loading)
                return _current is { } current && ReferenceEquals(current.Options, wanted) ? current : _current = new MailSettings(wanted, clock, wanted.LearnCertificates ? [.. sources, learned] : sources);
        }
    }
}
