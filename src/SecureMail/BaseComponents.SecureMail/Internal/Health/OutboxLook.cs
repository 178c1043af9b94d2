using System.Globalization;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.Shared.Health;

namespace BaseComponents.SecureMail.Internal.Health;

/// <summary>Whether stored mails go out: those that wait for a person, and those that should have been taken long ago.</summary>
internal sealed class OutboxLook(string name, IMailOutboxStore? store, TimeProvider clock)
{
    private const string Subject = "outbox";
    private const int MostLookedAt = 1000;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);
    private static readonly OutboxFilter Held = new() { Phases = [OutboxPhase.Held] };
    private static readonly OutboxFilter Open = new() { Phases = [OutboxPhase.Waiting, OutboxPhase.Sending, OutboxPhase.HandingOver] };

    public async Task LookAsync(HealthFindings all, CancellationToken cancellationToken)
    {
        var findings = all.For(name);
        if (store is null)
        {
            findings.Skip("outbox", Subject, "There is none here: what is sent directly is lost when the process ends at the wrong moment.");
            return;
        }

        try
        {
            if (!store.IsDurable)
                findings.Warn("outbox-in-memory", Subject, "It lies in memory: its mails end with the process.", "Use AddEntityFrameworkOutbox outside the Sandbox.");
            Waiting(findings, await OldestAsync(Held, cancellationToken).ConfigureAwait(false));
            Going(findings, await OldestAsync(Open, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is SecureMailException || DatabaseFault.Of(exception) is not null)
        {
            findings.Fail(SecureMailErrors.OutboxDatabaseUnusable, Subject, $"It cannot be used ({(DatabaseFault.Of(exception) ?? exception).GetType().Name}).", $"Is the database reachable, and has the application made its tables? See docs/errors.md#{SecureMailErrors.OutboxDatabaseUnusable}");
        }
    }

    private static void Waiting(HealthFindings findings, Oldest held)
    {
        if (held.Count > 0)
            findings.Warn("outbox-held", Subject, $"{Words(held)} wait for a person, the first since {Day(held.Changed)}: nobody knows whether they went out.", "Look for their Message-IDs at the mail server, then ResolveAsync (docs/operations.md, \"A mail is held\").");
    }

    private void Going(HealthFindings findings, Oldest open)
    {
        if (open.Due is { } due && clock.GetUtcNow() - due > LongestDelay)
            findings.Fail("outbox-behind", Subject, string.Create(CultureInfo.InvariantCulture, $"{Words(open)} wait, one for {(long)(clock.GetUtcNow() - due).TotalMinutes} minutes longer than it should."), "Does the worker run on one host at least, with this database?");
        else if (open.Count > 0)
            findings.Ok("outbox", Subject, $"{Words(open)} wait, the oldest since {Day(open.Created)}.");
        else
            findings.Ok("outbox", Subject, "Nothing waits.");
    }

    private async Task<Oldest> OldestAsync(OutboxFilter filter, CancellationToken cancellationToken)
    {
        var oldest = default(Oldest);
        await foreach (var mail in store!.ListAsync(name, filter, cancellationToken).ConfigureAwait(false))
        {
            oldest = oldest.And(mail);
            if (oldest.Count == MostLookedAt)
                break;
        }

        return oldest;
    }

    private static string Words(Oldest mails) => mails.Count == MostLookedAt ? $"{MostLookedAt} mails or more" : $"{mails.Count} mail(s)";

    private static string Day(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private readonly record struct Oldest(int Count, DateTimeOffset? Created, DateTimeOffset? Changed, DateTimeOffset? Due)
    {
        public Oldest And(OutboxMail mail) => new(Count + 1, Earlier(Created, mail.CreatedAt), Earlier(Changed, mail.UpdatedAt), Earlier(Due, mail.DueAt));

        private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
    }
}
