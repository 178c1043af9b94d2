using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal;

/// <summary>What attributes cannot say about Web Key Directories.</summary>
internal sealed class WebKeyOptionsCheck(string section)
{
    public IEnumerable<string> Failures(SecureMailOptions options)
    {
        var directory = options.OpenPgp.WebKeyDirectory;
        foreach (var (index, domain) in directory.Domains.Index())
        {
            foreach (var failure in Failures(domain, options.Environment))
                yield return $"{section}:Domains:{index}:{failure}";
        }

        if (directory.Domains.GroupBy(domain => domain.Domain, StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
            yield return $"{section}:Domains names a domain twice, so it is not clear where its directory stands.";
        if (directory.Domains.Count > 0 && options.OpenPgp.SigningKey is null)
            yield return $"{section}:Domains is set without OpenPgp:SigningKey: mail to the keys that are found there could not be signed.";
        if (directory.Proxy is { } proxy && !(proxy.IsAbsoluteUri && proxy.Scheme is "http" or "https"))
            yield return $"{section}:Proxy is no http address.";
    }

    private static IEnumerable<string> Failures(WebKeyDomainOptions domain, SecureMailEnvironment? environment)
    {
        if (!MailAddressSyntax.IsValid("x@" + domain.Domain))
            yield return "Domain is no domain of mail addresses.";
        if (domain.Server is { } server && !(server is { IsAbsoluteUri: true, UserInfo: "", PathAndQuery: "/", Fragment: "" } && server.Scheme == Uri.UriSchemeHttps))
            yield return "Server is not https://host, with or without a port and nothing behind it.";
        if (Problem(domain.TrustAnchorsPem) is { } problem)
            yield return $"TrustAnchorsPem: {problem}";
        else if (environment is SecureMailEnvironment.Production && PemCertificates.ReadOptional(domain.TrustAnchorsPem).Any(SandboxGuard.IsOfSandbox))
            yield return "TrustAnchorsPem holds a Sandbox's root. Production must not trust it: every Sandbox makes its own.";
    }

    private static string? Problem(string? pem)
    {
        try
        {
            PemCertificates.ReadOptional(pem);
            return null;
        }
        catch (CertificateSourceException exception)
        {
            return exception.Message;
        }
    }
}
