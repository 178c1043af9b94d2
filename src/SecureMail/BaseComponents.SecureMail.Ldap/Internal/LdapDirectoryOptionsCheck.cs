using BaseComponents.SecureMail.Ldap.Wire;
using BaseComponents.Shared;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Ldap.Internal;

/// <summary>What attributes cannot say: addresses of servers, readable roots, and that who logs in has a password.</summary>
internal sealed class LdapDirectoryOptionsCheck : IValidateOptions<LdapDirectoryOptions>
{
    public ValidateOptionsResult Validate(string? name, LdapDirectoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Failures(options).ToList() is { Count: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Failures(LdapDirectoryOptions options)
    {
        foreach (var (index, _) in options.Servers.Index().Where(server => LdapServer.TryParse(server.Item) is null))
            yield return $"Servers:{index} of the LDAP directory is neither ldaps://host nor ldap://host, with or without a port and nothing behind it.";
        // A name without a password is not refused by every server: it then counts as nobody (RFC 4513 section 5.1.2).
        if (string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.Password))
            yield return "User and Password of the LDAP directory belong together.";
        if (Problem(options.TrustAnchorsPem) is { } problem)
            yield return $"TrustAnchorsPem of the LDAP directory: {problem}";
    }

    private static string? Problem(string? pem)
    {
        try
        {
            HttpDefaults.TrustAnchors(pem);
            return null;
        }
        catch (CertificateSourceException exception)
        {
            return exception.Message;
        }
    }
}
