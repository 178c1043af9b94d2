namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>A recipient of a mail, by its place in the list: messages for people count recipients, and call none by name.</summary>
internal sealed record RecipientPlace(string Address, int Index, int Count);

/// <summary>
/// Finds the certificate of a recipient: the first source that knows the address decides, and among its certificates the best suitable one. A source that cannot answer
/// stops the mail; going on to the next one would let whoever can silence a directory choose the source.
/// </summary>
/// <param name="sources">The pinned ones first, then those of the application, then what was learned.</param>
internal sealed class RecipientKeys(IReadOnlyList<IRecipientCertificateSource> sources)
{
    public async Task<(RecipientKey Key, RevocationStatus Revocation)> FindAsync(RecipientPlace recipient, MailSettings settings, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await AskAsync(source, recipient, cancellationToken).ConfigureAwait(false) is { Count: > 0 } found)
                return await BestAsync(found, recipient, settings, Origin(source), cancellationToken).ConfigureAwait(false);
        }

        throw Fault.Recipient(SecureMailErrors.NoCertificate, recipient.Index, recipient.Count, Unknown(recipient, settings) + " Ask the recipient for it and add it to Recipients.");
    }

    /// <summary>Whether one of the sources has a certificate for the address, be it good or not.</summary>
    public async Task<bool> KnowAsync(RecipientPlace recipient, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await AskAsync(source, recipient, cancellationToken).ConfigureAwait(false) is { Count: > 0 })
                return true;
        }

        return false;
    }

    private static async Task<(RecipientKey Key, RevocationStatus Revocation)> BestAsync(
        IReadOnlyList<RecipientCertificate> found, RecipientPlace recipient, MailSettings settings, string origin, CancellationToken cancellationToken)
    {
        var choice = await CertificateChoice.AmongAsync(found, recipient.Address, settings.Policy, cancellationToken).ConfigureAwait(false);
        return choice.Suitable is { } suitable ? (RecipientKey.From(suitable, settings.Options), choice.Revocation) : throw RecipientRefusal.Of(choice.Faults, recipient, origin);
    }

    private static async Task<IReadOnlyList<RecipientCertificate>> AskAsync(IRecipientCertificateSource source, RecipientPlace recipient, CancellationToken cancellationToken)
    {
        try
        {
            return await source.FindAsync(recipient.Address, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (SecureMailException exception)
        {
            throw RecipientRefusal.Unanswered(recipient, exception.Message.Replace($" See docs/errors.md#{exception.Code}", "", StringComparison.Ordinal), exception.IsTransient);
        }
        catch (Exception exception)
        {
            // What an application's own source says may name the recipient; its kind does not.
            throw RecipientRefusal.Unanswered(recipient, $"The application's own source of certificates failed ({exception.GetType().Name}).", isTransient: true);
        }
    }

    // Which places were asked, so that nobody asks the wrong one to mend it.
    private string Unknown(RecipientPlace recipient, MailSettings settings) => (sources.Count, settings.OpenPgp.Directory.Covers(recipient.Address)) switch
    {
        (1, false) => "no certificate is configured for this address.",
        (1, true) => "no certificate is configured for this address, and the Web Key Directory of its domain has no key for it.",
        (_, false) => "neither the settings nor the directories know a certificate for this address.",
        (_, true) => "neither the settings nor the directories know a certificate for this address, and the Web Key Directory of its domain has no key for it.",
    };

    private static string Origin(IRecipientCertificateSource source) => source switch
    {
        PinnedCertificates => "configured certificate",
        LearnedCertificates => "certificate learned from a mail",
        _ => "certificate in the directory",
    };
}
