using BaseComponents.Shared;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>What attributes cannot say: one kind of mailbox, folders that differ, roots that can be read and are no Sandbox's in production.</summary>
internal sealed class MailboxOptionsCheck(string name, string section, Func<SecureMailEnvironment?> environment) : IValidateOptions<MailboxOptions>
{
    public ValidateOptionsResult Validate(string? optionsName, MailboxOptions options)
    {
        if (optionsName != name)
            return ValidateOptionsResult.Skip;
        return Failures(options).ToList() is { Count: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Failures(MailboxOptions options)
    {
        if (options.Imap is null == options.FileDrop is null)
            yield return $"{section} needs either Imap or FileDrop.";
        if (options.Imap is not { } imap)
            yield break;
        if (new[] { imap.Folder, imap.DoneFolder, imap.SetAsideFolder }.Where(folder => folder is { Length: > 0 }).GroupBy(folder => folder, StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
            yield return $"{section}:Imap names one folder twice: Folder, DoneFolder and SetAsideFolder must differ, or mails come again and again.";
        if (AnchorProblem(imap.TrustAnchorsPem) is { } problem)
            yield return $"{section}:Imap:TrustAnchorsPem: {problem}";
    }

    private string? AnchorProblem(string? pem)
    {
        try
        {
            return PemCertificates.ReadOptional(pem).Any(SandboxGuard.IsOfSandbox) && environment() is SecureMailEnvironment.Production
                ? "it holds a Sandbox's root. Production must not trust it: every Sandbox makes its own."
                : null;
        }
        catch (CertificateSourceException exception)
        {
            return exception.Message;
        }
    }
}
