using System.Security.Cryptography;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpecialistProcedure.Answers;
using SpecialistProcedure.Cases;
using SpecialistProcedure.Hosting;

namespace SpecialistProcedure.Intake;

/// <summary>Makes one mail one case: everything about it is checked before the first row is written, and case and answer are written in one transaction.</summary>
public sealed class CaseIntake(OfficeDb db, ISecureMailOutbox outbox, Jurisdiction jurisdiction, IOptions<OfficeOptions> options, TimeProvider clock)
{
    /// <exception cref="SecureMailException">The answer cannot be sealed: nothing was written.</exception>
    public async Task<IntakeOutcome> TakeAsync(ReceivedMail mail, CancellationToken cancellationToken)
    {
        if (Untrusted(mail) is { } reason)
            return await RefuseAsync(mail, reason, cancellationToken);
        var (content, problem) = await CaseContentAsync(mail, cancellationToken);
        if (content is null)
            return await RefuseAsync(mail, problem, cancellationToken);
        if (CaseFile.Read(content) is not { } data)
            return await RefuseAsync(mail, RefusalReason.NotOfTheSchema, cancellationToken);
        if (Objection(data) is { } objection)
            return await RefuseAsync(mail, objection, cancellationToken);
        return await BookAsync(mail, data, content, cancellationToken);
    }

    #region trust
    private RefusalReason? Untrusted(ReceivedMail mail) => mail switch
    {
        { Verdict: not SignatureVerdict.Valid } => RefusalReason.NotSigned,
        { IsEncrypted: false } => RefusalReason.NotEncrypted,
        { Verdict: SignatureVerdict.Valid signed } when !options.Value.AcceptedSenders.Contains(signed.SignerAddress, StringComparer.OrdinalIgnoreCase) => RefusalReason.UnknownSender,
        _ => null,
    };
    #endregion

    private async Task<(byte[]? Content, RefusalReason Problem)> CaseContentAsync(ReceivedMail mail, CancellationToken cancellationToken)
    {
        ReceivedAttachment[] files = [.. mail.Attachments.Where(file => file.FileName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))];
        if (files is not [var file])
            return (null, RefusalReason.NoCaseFile);
        try
        {
            return (await file.ReadAllAsync(options.Value.MaxCaseSize, cancellationToken), default);
        }
        catch (SecureMailException fault) when (fault.Code is SecureMailErrors.IncomingTooLarge)
        {
            return (null, RefusalReason.TooLarge);
        }
    }

    private RefusalReason? Objection(CaseData data) => data switch
    {
        _ when !options.Value.Services.Contains(data.Service) => RefusalReason.OtherService,
        // What was paid is the treasury's to find, by the Kassenzeichen; here it is seen that the case does not contradict itself.
        { Currency: not "EUR" } or { Amount: < 0 } => RefusalReason.PaymentContradicts,
        _ when data.PaymentCase != data.Number || decimal.Round(data.Amount, 2) != data.Amount => RefusalReason.PaymentContradicts,
        _ => null,
    };

    private async Task<IntakeOutcome> BookAsync(ReceivedMail mail, CaseData data, byte[] content, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (await FindAsync(data.Number, cancellationToken) is { } before)
            return await SameOrRefusedAsync(mail, before, hash, cancellationToken);
        var sender = ((SignatureVerdict.Valid)mail.Verdict).SignerAddress;
        var row = new BookedCase
        {
            Number = data.Number,
            ContentHash = hash,
            Content = content,
            Sender = sender,
            Service = data.Service,
            Region = data.Region,
            Amount = data.Amount,
            PaymentReference = data.PaymentReference,
            Jurisdiction = await jurisdiction.CheckAsync(data, cancellationToken),
            ReceivedAt = mail.Delivery!.ReceivedAt.UtcDateTime,
            BookedAt = clock.GetUtcNow().UtcDateTime,
        };
        #region answer
        db.Add(row);
        await outbox.EnqueueAsync(Acknowledgement.Write(row), cancellationToken);
        #endregion
        return await TryCommitAsync(cancellationToken) || await FindAsync(data.Number, cancellationToken) is not { } faster
            ? new IntakeOutcome.Booked(data.Number)
            : await SameOrRefusedAsync(mail, faster, hash, cancellationToken);
    }

    // Two processes, one number: the key lets one of them win, and the other sees what was booked.
    private async Task<bool> TryCommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException fault)
        {
            var number = fault.Entries.Select(entry => entry.Entity).OfType<BookedCase>().FirstOrDefault()?.Number;
            db.ChangeTracker.Clear();
            if (number is null || await FindAsync(number, cancellationToken) is null)
                throw;
            return false;
        }
    }

    private async Task<IntakeOutcome> SameOrRefusedAsync(ReceivedMail mail, BookedCase before, string hash, CancellationToken cancellationToken) => before.ContentHash == hash
        ? new IntakeOutcome.KnownAlready(before.Number)
        : await RefuseAsync(mail, RefusalReason.NumberTaken, cancellationToken);

    private async Task<IntakeOutcome> RefuseAsync(ReceivedMail mail, RefusalReason reason, CancellationToken cancellationToken)
    {
        // Nobody is answered: the sender of such a mail may be anybody.
        var fingerprint = mail.Delivery!.Fingerprint;
        if (!await db.Refusals.AnyAsync(row => row.Fingerprint == fingerprint, cancellationToken))
        {
            db.Add(new Refusal { Fingerprint = fingerprint, Reason = reason, Verdict = mail.Verdict.GetType().Name, ReceivedAt = mail.Delivery.ReceivedAt.UtcDateTime });
            await db.SaveChangesAsync(cancellationToken);
        }

        return new IntakeOutcome.Refused(reason);
    }

    private Task<BookedCase?> FindAsync(string number, CancellationToken cancellationToken) => db.Cases.AsNoTracking().FirstOrDefaultAsync(row => row.Number == number, cancellationToken);
}
