using BaseComponents.SecureMail.Ldap.Wire;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Ldap.Internal;

/// <summary>Recipients' certificates from a directory, whose answers are kept for a while. What it cannot say is a fault, never "unknown".</summary>
internal sealed class LdapDirectory(IOptionsMonitor<LdapDirectoryOptions> options, string name, TimeProvider clock) : IRecipientCertificateSource
{
    private readonly AnswerCache _answers = new(clock);

    public async Task<IReadOnlyList<RecipientCertificate>> FindAsync(string address, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        var settings = options.Get(name);
        if (_answers.Find(address, settings) is { } known)
            return known;
        var found = await AskServersAsync(address, settings, cancellationToken).ConfigureAwait(false);
        _answers.Keep(address, found, settings);
        return found;
    }

    private static async Task<IReadOnlyList<RecipientCertificate>> AskServersAsync(string address, LdapDirectoryOptions settings, CancellationToken cancellationToken)
    {
        SecureMailException? fault = null;
        foreach (var server in settings.Servers)
        {
            try
            {
                var entries = await LdapSearch.RunAsync(LdapServer.TryParse(server)!, address, settings, cancellationToken).ConfigureAwait(false);
                return EntryCertificates.Of(entries, address, settings.MaxCertificates);
            }
            catch (LdapFault failed)
            {
                // One server that may come back is reason enough to try again.
                fault = new SecureMailException(SecureMailErrors.DirectoryUnavailable, failed.Message) { IsTransient = failed.IsTransient || fault is { IsTransient: true } };
            }
        }

        throw fault!;
    }
}
