using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Testing.Internal;

/// <summary>The promises of a store.</summary>
internal static class OutboxChecks
{
    public static IReadOnlyList<MailOutboxCheck> All { get; } =
    [
        new("a mail and its content come back as they were added", CameBackAsync),
        new("a mail is added once, and all mails of a message or none", AddedOnceAsync),
        new("who read an old version changes nothing", OldVersionAsync),
        new("of many that change a version one succeeds", OneWinsAsync),
        new("a claimed mail is free again when its lease ends, not before", LeaseAsync),
        new("no mail is given to two workers", ClaimedOnceAsync),
        new("what is not due is not claimed, and nothing of another tenant", OthersAsync),
        new("a change without content deletes the content in the same step", StrippedAsync),
        new("a mail is found by its ENVID and its Message-ID, within its tenant", FoundAsync),
        new("what a report says is kept beside the mail: neither changes the other, and of many reports at once none is lost", ReportedAsync),
        new("a list holds what passes its filter, and may be changed while it is read", FilteredAsync),
    ];

    private static async Task CameBackAsync(OutboxPair pair)
    {
        var found = await pair.AddOneAsync().ConfigureAwait(false);
        pair.Expect(Same(found, pair.Mail()), "the mail differs");
        pair.Expect(found.Recipients.SequenceEqual(pair.Mail().Recipients), "the recipients differ");
        pair.Expect((await pair.Second.ReadContentAsync(pair.Tenant, "a-0", pair.Cancelled).ConfigureAwait(false))?.SequenceEqual(new byte[] { 1, 2, 3 }) == true, "the content differs");
        pair.Expect((await pair.Second.FindKeyAsync(pair.Tenant, "a", pair.Cancelled).ConfigureAwait(false)).Count == 1, "it is not found by its key");
    }

    private static bool Same(OutboxMail one, OutboxMail other)
    {
        IReadOnlyList<OutboxRecipient> none = [];
        return (one with { Recipients = none }) == (other with { Recipients = none });
    }

    private static async Task AddedOnceAsync(OutboxPair pair)
    {
        await pair.AddOneAsync().ConfigureAwait(false);
        pair.Expect(!await pair.Add([(pair.Mail(number: 1), [1]), (pair.Mail(), [9])]).ConfigureAwait(false), "a mail that exists was added again");
        pair.Expect(await pair.Second.FindAsync(pair.Tenant, "a-1", pair.Cancelled).ConfigureAwait(false) is null, "half of a message was added");
        pair.Expect((await pair.Second.ReadContentAsync(pair.Tenant, "a-0", pair.Cancelled).ConfigureAwait(false))?.Length == 3, "the content was replaced");
    }

    private static async Task OldVersionAsync(OutboxPair pair)
    {
        var read = await pair.AddOneAsync().ConfigureAwait(false);
        pair.Expect(await pair.First.TryUpdateAsync(read with { Attempts = 1 }, pair.Cancelled).ConfigureAwait(false), "the first change failed");
        pair.Expect(!await pair.Second.TryUpdateAsync(read with { Attempts = 2 }, pair.Cancelled).ConfigureAwait(false), "an old version was accepted");
        pair.Expect(!await pair.Second.TryUpdateAsync(read with { HasContent = false }, pair.Cancelled).ConfigureAwait(false), "an old version took the content away");
        var now = await pair.Second.FindAsync(pair.Tenant, read.Id, pair.Cancelled).ConfigureAwait(false);
        pair.Expect(now is { Attempts: 1, HasContent: true } && now.Version == read.Version + 1, "the stored mail is not the one of the winner");
        pair.Expect(await pair.Second.ReadContentAsync(pair.Tenant, read.Id, pair.Cancelled).ConfigureAwait(false) is not null, "the content is gone");
    }

    private static async Task OneWinsAsync(OutboxPair pair)
    {
        var read = await pair.AddOneAsync().ConfigureAwait(false);
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            Task.Run(() => (number % 2 == 0 ? pair.First : pair.Second).TryUpdateAsync(read with { Attempts = number }, pair.Cancelled)))).ConfigureAwait(false);
        pair.Expect(won.Count(one => one) == 1, $"{won.Count(one => one)} of 8 succeeded");
    }

    private static async Task LeaseAsync(OutboxPair pair)
    {
        await pair.AddOneAsync().ConfigureAwait(false);
        var (now, until) = (OutboxPair.Noon, OutboxPair.Noon.AddMinutes(2));
        pair.Expect((await pair.First.ClaimDueAsync(pair.Tenant, now, until, 5, pair.Cancelled).ConfigureAwait(false)).Count == 1, "a due mail was not given");
        pair.Expect((await pair.Second.ClaimDueAsync(pair.Tenant, until.AddSeconds(-1), until, 5, pair.Cancelled).ConfigureAwait(false)).Count == 0, "it was given before the end of the lease");
        pair.Expect((await pair.Second.ClaimDueAsync(pair.Tenant, until, until.AddMinutes(2), 5, pair.Cancelled).ConfigureAwait(false)).Count == 1, "it was not given after the end of the lease");
    }

    private static async Task ClaimedOnceAsync(OutboxPair pair)
    {
        for (var number = 0; number < 20; number++)
            await pair.AddOneAsync($"key{number}").ConfigureAwait(false);
        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() =>
            (number % 2 == 0 ? pair.First : pair.Second).ClaimDueAsync(pair.Tenant, OutboxPair.Noon, OutboxPair.Noon.AddMinutes(2), 4, pair.Cancelled)))).ConfigureAwait(false);
        var ids = claimed.SelectMany(mails => mails).Select(mail => mail.Id).ToList();
        pair.Expect(ids.Count == ids.Distinct().Count(), "a mail was given twice");
        pair.Expect(ids.Count > 0, "nothing was given");
    }

    private static async Task OthersAsync(OutboxPair pair)
    {
        await pair.AddOneAsync().ConfigureAwait(false);
        pair.Expect((await pair.First.ClaimDueAsync(pair.Tenant, OutboxPair.Noon.AddSeconds(-1), OutboxPair.Noon, 5, pair.Cancelled).ConfigureAwait(false)).Count == 0, "it was given before it is due");
        pair.Expect((await pair.First.ClaimDueAsync(pair.Tenant + "x", OutboxPair.Noon, OutboxPair.Noon, 5, pair.Cancelled).ConfigureAwait(false)).Count == 0, "it was given to another tenant");
        pair.Expect(await pair.First.FindAsync(pair.Tenant + "x", "a-0", pair.Cancelled).ConfigureAwait(false) is null, "another tenant found it");
    }

    private static async Task StrippedAsync(OutboxPair pair)
    {
        var read = await pair.AddOneAsync().ConfigureAwait(false);
        pair.Expect(await pair.First.TryUpdateAsync(read with { HasContent = false, DueAt = null, Reason = "over" }, pair.Cancelled).ConfigureAwait(false), "the change failed");
        pair.Expect(await pair.Second.ReadContentAsync(pair.Tenant, read.Id, pair.Cancelled).ConfigureAwait(false) is null, "the content is still there");
        pair.Expect(await pair.Second.FindAsync(pair.Tenant, read.Id, pair.Cancelled).ConfigureAwait(false) is { HasContent: false, DueAt: null, Reason: "over" }, "the mail was not changed");
    }

    private static async Task FoundAsync(OutboxPair pair)
    {
        var mail = await pair.AddOneAsync().ConfigureAwait(false);
        pair.Expect((await pair.Second.FindEnvelopeAsync(pair.Tenant, mail.EnvelopeId, pair.Cancelled).ConfigureAwait(false))?.Id == mail.Id, "it is not found by its ENVID");
        pair.Expect((await pair.Second.FindMessageAsync(pair.Tenant, mail.MessageId, pair.Cancelled).ConfigureAwait(false)).Select(found => found.Id).SequenceEqual([mail.Id]), "it is not found by its Message-ID");
        pair.Expect(await pair.Second.FindEnvelopeAsync(pair.Tenant + "x", mail.EnvelopeId, pair.Cancelled).ConfigureAwait(false) is null, "another tenant found it by its ENVID");
        pair.Expect((await pair.Second.FindMessageAsync(pair.Tenant + "x", mail.MessageId, pair.Cancelled).ConfigureAwait(false)).Count == 0, "another tenant found it by its Message-ID");
        pair.Expect(await pair.Second.FindEnvelopeAsync(pair.Tenant, "ff" + mail.EnvelopeId[2..], pair.Cancelled).ConfigureAwait(false) is null, "a wrong ENVID found it");
    }

    private static async Task ReportedAsync(OutboxPair pair)
    {
        var read = await pair.AddOneAsync().ConfigureAwait(false);
        var delivery = new RecipientDelivery(RecipientDeliveryState.Failed, OutboxPair.Noon) { Status = new(5, 1, 1), DiagnosticCode = 550 };
        var reported = read with { Attempts = 9, Recipients = [read.Recipients[0] with { Delivery = delivery, State = OutboxRecipientState.Accepted }, read.Recipients[1]] };
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => (number % 2 == 0 ? pair.First : pair.Second).TryRecordDeliveryAsync(reported, pair.Cancelled)))).ConfigureAwait(false);
        pair.Expect(won.Count(one => one) == 1, $"{won.Count(one => one)} of 8 reports over one version were recorded");
        pair.Expect(await pair.First.TryUpdateAsync(read with { Attempts = 1 }, pair.Cancelled).ConfigureAwait(false), "a report took the mail out of a worker's hands");
        var now = (await pair.Second.FindAsync(pair.Tenant, read.Id, pair.Cancelled).ConfigureAwait(false))!;
        pair.Expect(now.Recipients[0].Delivery == delivery && now.Recipients[1].Delivery is null, "a change of the mail took the report away, or it came back differently");
        pair.Expect(now is { Attempts: 1 } && now.Recipients[0].State == read.Recipients[0].State && now.DeliveryVersion == read.DeliveryVersion + 1, "a report changed more than the delivery");
    }

    private static async Task FilteredAsync(OutboxPair pair)
    {
        var held = await pair.AddOneAsync("held").ConfigureAwait(false);
        await pair.AddOneAsync("new").ConfigureAwait(false);
        await pair.First.TryUpdateAsync(held with { Phase = OutboxPhase.Held, UpdatedAt = OutboxPair.Noon.AddHours(1) }, pair.Cancelled).ConfigureAwait(false);
        pair.Expect((await pair.ListAsync(new OutboxFilter { Phases = [OutboxPhase.Held] }).ConfigureAwait(false)).Select(mail => mail.Id).SequenceEqual(["held-0"]), "the phase does not filter");
        pair.Expect((await pair.ListAsync(new OutboxFilter { UpdatedBefore = OutboxPair.Noon.AddMinutes(1) }).ConfigureAwait(false)).Select(mail => mail.Id).SequenceEqual(["new-0"]), "the time does not filter");
        await foreach (var mail in pair.First.ListAsync(pair.Tenant, new OutboxFilter { HasContent = true }, pair.Cancelled).ConfigureAwait(false))
            pair.Expect(await pair.First.TryUpdateAsync(mail with { HasContent = false }, pair.Cancelled).ConfigureAwait(false), "a listed mail could not be changed");
        pair.Expect((await pair.ListAsync(new OutboxFilter { HasContent = false }).ConfigureAwait(false)).Count == 2, "the content does not filter");
    }
}
