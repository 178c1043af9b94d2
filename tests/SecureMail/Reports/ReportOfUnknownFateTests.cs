using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Reports;
using BaseComponents.Tests.SecureMail.Outbox;

namespace BaseComponents.Tests.SecureMail.Reports;

/// <summary>Reports about mails whose answer was lost, and reports that come while a worker has the mail.</summary>
public sealed class ReportOfUnknownFateTests
{
    [Fact]
    public async Task A_held_mail_that_has_arrived_is_settled()
    {
        await using var lab = new ReportLab { Server = new ScriptedServer { Verdict = null } };
        var mail = await lab.SendAsync();
        mail.Phase.Should().Be(OutboxPhase.Held);

        (await lab.DeliveredAsync(mail, "delayed")).Should().Be(MailReportOutcome.Recorded);
        (await lab.Services.ReadAsync(mail)).Phase.Should().Be(OutboxPhase.Held, "who tries has it, but whether it arrives is open");
        (await lab.DeliveredAsync(mail)).Should().Be(MailReportOutcome.Recorded);

        (await lab.Services.ReadAsync(mail)).Should().Match<OutboxMail>(stored =>
            stored.Phase == OutboxPhase.Settled && stored.Recipients[0].State == OutboxRecipientState.Accepted && stored.Recipients[0].Code == null && stored.Resends == 0);
    }

    [Fact]
    public async Task A_held_mail_that_has_failed_waits_for_the_person()
    {
        await using var lab = new ReportLab { Server = new ScriptedServer { Verdict = null } };
        var mail = await lab.SendAsync();

        await lab.DeliveredAsync(mail, "failed");

        (await lab.Services.ReadAsync(mail)).Should().Match<OutboxMail>(stored => stored.Phase == OutboxPhase.Held && stored.Recipients[0].Delivery!.State == RecipientDeliveryState.Failed);
    }

    [Fact]
    public async Task Only_those_who_are_named_are_settled()
    {
        await using var lab = new ReportLab { Server = new ScriptedServer { Verdict = null } };
        var mail = await lab.SendAsync(MailLab.Office, ReportLab.Second);

        await lab.DeliveredAsync(mail);

        var stored = await lab.Services.ReadAsync(mail);
        stored.Phase.Should().Be(OutboxPhase.Held);
        stored.Recipients.Select(recipient => recipient.State).Should().Equal(OutboxRecipientState.Accepted, OutboxRecipientState.Ambiguous);
    }

    [Fact]
    public async Task A_mail_that_waits_to_be_sent_once_more_is_not_sent_when_it_has_arrived()
    {
        await using var lab = new ReportLab { Server = new ScriptedServer { Verdict = null }, Change = static options => options.Outbox.Ambiguous = AmbiguousPolicy.ResendOnce };
        var mail = await lab.SendAsync();
        mail.Phase.Should().Be(OutboxPhase.Waiting);

        await lab.DeliveredAsync(mail);
        lab.Mail.Clock.Advance(TimeSpan.FromHours(1));

        (await lab.Services.WorkAsync()).Claimed.Should().Be(0);
        (await lab.Services.ReadAsync(mail)).Phase.Should().Be(OutboxPhase.Settled);
    }

    [Fact]
    public async Task A_report_that_overtakes_the_answer_takes_the_mail_out_of_nobodys_hands()
    {
        ReportLab? lab = null;
        OutboxMail? mail = null;
        var outcome = MailReportOutcome.NotAReport;
        var server = new ScriptedServer { BeforeAnswer = async () => outcome = await lab!.DeliveredAsync(mail!) };
        await using (lab = new ReportLab { Server = server })
        {
            mail = await lab.StoreAsync();
            await lab.Services.WorkAsync();

            outcome.Should().Be(MailReportOutcome.Recorded);
            (await lab.Services.ReadAsync(mail)).Should().Match<OutboxMail>(stored =>
                stored.Phase == OutboxPhase.Settled && stored.Recipients[0].Reply!.Contains("4711") && stored.Recipients[0].Delivery!.State == RecipientDeliveryState.Delivered);
        }
    }

    [Theory]
    [InlineData(AmbiguousPolicy.Hold)]
    [InlineData(AmbiguousPolicy.ResendOnce)]
    public async Task What_a_killed_worker_left_in_the_gap_is_settled_by_the_report(AmbiguousPolicy policy)
    {
        await using var lab = new ReportLab { Change = options => options.Outbox.Ambiguous = policy };
        var mail = await lab.StoreAsync();
        var now = lab.Mail.Clock.GetUtcNow();
        var claimed = (await lab.Services.Store().ClaimDueAsync("", now, now.AddMinutes(2), 1, TestContext.Current.CancellationToken)).Single();
        await lab.Services.Store().TryUpdateAsync(
            claimed with { Phase = OutboxPhase.HandingOver, Recipients = [claimed.Recipients[0] with { State = OutboxRecipientState.Ambiguous }] }, TestContext.Current.CancellationToken);

        (await lab.DeliveredAsync(mail)).Should().Be(MailReportOutcome.Recorded);
        (await lab.Services.ReadAsync(mail)).Phase.Should().Be(OutboxPhase.HandingOver, "the lease still runs");
        lab.Mail.Clock.Advance(TimeSpan.FromMinutes(3));

        (await lab.Services.WorkAsync()).Settled.Should().Be(1);
        (await lab.Services.ReadAsync(mail)).Recipients[0].State.Should().Be(OutboxRecipientState.Accepted);
        lab.Server.Mail.Should().BeEmpty();
    }
}
