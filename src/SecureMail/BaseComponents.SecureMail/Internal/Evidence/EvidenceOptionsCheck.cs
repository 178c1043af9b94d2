using BaseComponents.SecureMail.Evidence;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal.Evidence;

/// <summary>Whether the time stamp service can be asked and its answers be checked.</summary>
internal sealed class EvidenceOptionsCheck(string section)
{
    public IEnumerable<string> Failures(TimeStampServiceOptions options, SecureMailEnvironment? environment)
    {
        if (options.Address is null && string.IsNullOrWhiteSpace(options.AnchorsPem))
            yield break;
        if (options.Address is { } address && !(address.IsAbsoluteUri && address.Scheme is "http" or "https" && address.UserInfo.Length == 0))
            yield return $"{section}:Address is no http or https address without user.";
        if (options.Proxy is { } proxy && !(proxy.IsAbsoluteUri && proxy.Scheme is "http" or "https"))
            yield return $"{section}:Proxy is no http address.";
        if (Problem(options) is { } problem)
            yield return $"{section}:AnchorsPem: {problem}";
        else if (environment is SecureMailEnvironment.Production && PemCertificates.Read(options.AnchorsPem).Any(SandboxGuard.IsOfSandbox))
            yield return $"{section}:AnchorsPem holds a Sandbox's root. Production must not trust it: every Sandbox makes its own.";
    }

    private static string? Problem(TimeStampServiceOptions options)
    {
        try
        {
            PemCertificates.Read(options.AnchorsPem);
            return null;
        }
        catch (CertificateSourceException exception)
        {
            return exception.Message;
        }
    }
}
