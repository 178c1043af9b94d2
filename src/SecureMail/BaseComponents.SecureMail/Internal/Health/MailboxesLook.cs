using BaseComponents.SecureMail.Wire.Imap;
using BaseComponents.Shared.Health;

namespace BaseComponents.SecureMail.Internal.Health;

/// <summary>Whether the mailboxes that are read with the keys of one sender can be reached. No mail is taken.</summary>
internal sealed class MailboxesLook(string name, Func<IEnumerable<(string Mailbox, MailboxOptions Options)>> mailboxes, bool logsIn, TimeProvider clock)
{
    public async Task LookAsync(HealthFindings all, CancellationToken cancellationToken)
    {
        var findings = all.For(name);
        await findings.GuardAsync(async () =>
        {
            foreach (var (mailbox, options) in mailboxes())
                await LookAsync(findings, mailbox.Length == 0 ? "Mailbox" : $"mailbox {mailbox}", options, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private async Task LookAsync(HealthFindings findings, string subject, MailboxOptions options, CancellationToken cancellationToken)
    {
        if (options.Imap is { } imap)
            await ImapAsync(findings, subject, imap, cancellationToken).ConfigureAwait(false);
        else if (Directory.Exists(options.FileDrop!.Path))
            findings.Ok("mailbox", subject, "Its folder is there.");
        else
            findings.Fail("mailbox-folder-missing", subject, "Its folder is not there.", "Look at FileDrop:Path; the mail server makes it, or an administrator.");
    }

    private async Task ImapAsync(HealthFindings findings, string subject, ImapOptions imap, CancellationToken cancellationToken)
    {
        try
        {
            var session = new ImapSession(imap, clock);
            await using (session.ConfigureAwait(false))
            {
                if (logsIn)
                    await session.RunAsync(static (_, _) => Task.FromResult(true), cancellationToken).ConfigureAwait(false);
                findings.CertificateEnd($"certificate of {subject}", await session.GreetAsync(cancellationToken).ConfigureAwait(false), clock.GetUtcNow());
            }

            findings.Ok("mailbox", subject, logsIn ? "Its server takes user and password, and its folders are there." : "Its server answers, with TLS and a certificate that is trusted.");
        }
        catch (SecureMailException exception)
        {
            findings.Fail(exception.Code, subject, exception.Message, $"See docs/errors.md#{exception.Code}");
        }
    }
}
