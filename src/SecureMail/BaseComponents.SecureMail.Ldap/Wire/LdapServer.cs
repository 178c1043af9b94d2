namespace BaseComponents.SecureMail.Ldap.Wire;

/// <param name="Host">Name or address, as it stands in the TLS certificate.</param>
/// <param name="Port">Port.</param>
/// <param name="BeginsWithTls">Whether TLS begins with the first byte; otherwise with StartTLS.</param>
internal sealed record LdapServer(string Host, int Port, bool BeginsWithTls)
{
    private const int TlsPort = 636;
    private const int PlainPort = 389;

    /// <summary>Null where the text is no address of a server, or says more than that.</summary>
    public static LdapServer? TryParse(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("ldap" or "ldaps") || address.IdnHost.Length == 0)
            return null;
        if (address.UserInfo.Length > 0 || address.PathAndQuery.TrimStart('/').Length > 0 || address.Fragment.Length > 0)
            return null;
        var begins = address.Scheme == "ldaps";
        return new LdapServer(address.IdnHost, address.Port > 0 ? address.Port : begins ? TlsPort : PlainPort, begins);
    }
}
