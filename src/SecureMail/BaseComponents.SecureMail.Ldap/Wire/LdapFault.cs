namespace BaseComponents.SecureMail.Ldap.Wire;

/// <summary>A server gave no usable answer. What it said itself is not repeated: it may name the entry that was looked for.</summary>
internal sealed class LdapFault(string message, bool isTransient) : Exception(message)
{
    public bool IsTransient => isTransient;

    public static LdapFault Unreachable() => new("The LDAP directory cannot be reached, or broke off. Check Servers and the network; send again.", isTransient: true);

    public static LdapFault Slow() => new("The LDAP directory did not answer in time. Send again; Timeout says how long it may take.", isTransient: true);

    public static LdapFault TlsRefused() => new(
        "The TLS certificate of the LDAP directory is not trusted, or belongs to another host. Check TrustAnchorsPem and Servers.", isTransient: false);

    public static LdapFault TlsMissing() => new("The LDAP directory offers no StartTLS, and nothing is asked without TLS. Use ldaps://, or another server.", isTransient: false);

    public static LdapFault Broken() => new("What the LDAP directory answers is not LDAP (RFC 4511), or more than MaxAnswerSize. Check Servers.", isTransient: false);

    /// <summary>A result other than success (RFC 4511 appendix A).</summary>
    public static LdapFault Of(int result) => result switch
    {
        3 or 51 or 52 => new LdapFault($"The LDAP directory is too busy for now (result {result}). Send again.", isTransient: true),
        4 => new LdapFault("The LDAP directory knows more entries for one address than MaxEntries allows, or than it gives out itself.", isTransient: false),
        10 => new LdapFault("The LDAP directory refers to another server, and referrals are not followed. Name that server in Servers.", isTransient: false),
        32 => new LdapFault("The LDAP directory has no entry of that name. Check BaseDn.", isTransient: false),
        8 or 48 or 49 or 50 => new LdapFault($"The LDAP directory does not let this application in (result {result}). Check User and Password.", isTransient: false),
        _ => new LdapFault($"The LDAP directory refuses the search (result {result}).", isTransient: false),
    };
}
