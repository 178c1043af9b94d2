using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Evidence;
using BaseComponents.SecureMail.Internal.Outbox;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Reports;
using BaseComponents.Tests.SecureMail.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BaseComponents.Tests.SecureMail.Reports;

/// <summary>A genuine report says how a mail fares; a forged one changes nothing.</summary>
public sealed class ReportTakingTests
{
    [Theory]
    [InlineData("delayed", RecipientDeliveryState.Delayed)]
    [InlineData("relayed", RecipientDeliveryState.Relayed)]
    [InlineData("expanded", RecipientDeliveryState.Expanded)]
    [InlineData("delivered", RecipientDeliveryState.Delivered)]
    [InlineData("failed", RecipientDeliveryState.Failed)]
    public async Task What_a_mail_server_says_is_kept_with_its_time(string action, RecipientDeliveryState state)
    {
        await using var lab = new ReportLab();
        var mail = await lab.SendAsync();
        lab.Mail.Clock.Advance(TimeSpan.FromMinutes(3));

        (await lab.DeliveredAsync(mail, action, status: "5.1.1")).Should().Be(MailReportOutcome.Recorded);

        var stored = await lab.Services.ReadAsync(mail);
        stored.Recipients[0].Delivery.Should().Be(new RecipientDelivery(state, lab.Mail.Clock.GetUtcNow()) { Status = new EnhancedStatus(5, 1, 1) });
        (stored.Phase, stored.Recipients[0].State, stored.Version, stored.UpdatedAt).Should().Be((OutboxPhase.Settled, OutboxRecipientState.Accepted, mail.Version, mail.UpdatedAt));
        (await lab.Services.WorkAsync()).Claimed.Should().Be(0, "a report sends nothing");
        (await lab.DeliveredAsync(mail, action)).Should().Be(MailReportOutcome.NothingNew);
    }

    [Fact]
    public async Task A_forged_report_changes_nothing_and_is_told()
    {
        await using var lab = new ReportLab();
        var mail = await lab.SendAsync();
        Task<MailReportOutcome> Take(string fields) => lab.TakeAsync(ReportMail.Delivery(fields));

        (await Take(ReportMail.Fields("failed", envelope: ReportMail.Envelope))).Should().Be(MailReportOutcome.UnknownMail);
        (await Take(ReportMail.Fields("failed", envelope: mail.MessageId))).Should().Be(MailReportOutcome.UnknownMail);
        (await Take(ReportMail.Fields("failed", envelope: mail.EnvelopeId.ToUpperInvariant()))).Should().Be(MailReportOutcome.UnknownMail);
        (await Take(ReportMail.Fields("failed", envelope: mail.EnvelopeId[..31]))).Should().Be(MailReportOutcome.UnknownMail);
        (await Take(ReportMail.Fields("failed", envelope: null))).Should().Be(MailReportOutcome.NoEnvelopeId);
        (await Take(ReportMail.Fields("failed", mail.EnvelopeId, final: "fremd@amt.example"))).Should().Be(MailReportOutcome.UnknownRecipient);
        (await Take(ReportMail.Fields("failed", mail.EnvelopeId, final: "fremd@amt.example", original: "x" + MailLab.Office))).Should().Be(MailReportOutcome.UnknownRecipient);
        (await lab.TakeAsync(ReportMail.Reading("manual-action/MDN-sent-manually; displayed", mail.MessageId))).Should().Be(MailReportOutcome.NotSigned);
        (await Take("X: y\r\n")).Should().Be(MailReportOutcome.Unreadable);
        (await lab.TakeAsync(Forge.Mail(Forge.Part))).Should().Be(MailReportOutcome.NotAReport);

        (await lab.Services.ReadAsync(mail)).Should().BeEquivalentTo(mail);
    }

    [Fact]
    public async Task A_report_that_is_read_for_another_sender_changes_nothing()
    {
        await using var lab = new ReportLab();
        var mail = await lab.SendAsync();
        var others = new OutboxReports("dorf", lab.Services.Store(), new EvidenceOrders("dorf", lab.Services.GetRequiredKeyedService<MailSettingsSource>(""), null, lab.Mail.Clock), new AuditLog("dorf", NullLoggerFactory.Instance), lab.Mail.Clock, NullLogger<OutboxReports>.Instance);
        await using var received = await lab.Mail.ReadAsync(ReportMail.Delivery(ReportMail.Fields("failed", mail.EnvelopeId)));

        (await others.TakeAsync(received, TestContext.Current.CancellationToken)).Should().Be(new MailReportResult(MailReportOutcome.UnknownMail));

        (await lab.DeliveryAsync(mail)).Should().BeNull();
    }

    [Theory]
    [InlineData("amt-intern@amt.example", ReportLab.Second)]
    [InlineData("amt-intern@amt.example", "bauamt+2Bpost@amt.example")]
    [InlineData("BAUAMT+post@AMT.example", null)]
    public async Task The_recipient_is_found_under_the_name_that_was_given_or_the_one_that_was_tried(string final, string? original)
    {
        await using var lab = new ReportLab();
        var mail = await lab.SendAsync(MailLab.Office, ReportLab.Second);

        (await lab.DeliveredAsync(mail, final: final, original: original)).Should().Be(MailReportOutcome.Recorded);

        ((await lab.DeliveryAsync(mail, 1))!.State, await lab.DeliveryAsync(mail, 0)).Should().Be((RecipientDeliveryState.Delivered, (RecipientDelivery?)null));
    }

    [Fact]
    public async Task A_later_report_says_more_or_is_left_out()
    {
        await using var lab = new ReportLab();
        var mail = await lab.SendAsync();

        var outcomes = new List<MailReportOutcome>();
        foreach (var action in (string[])["delayed", "delivered", "delayed", "framed", "failed", "delivered"])
            outcomes.Add(await lab.DeliveredAsync(mail, action));

        outcomes.Should().Equal(
            MailReportOutcome.Recorded, MailReportOutcome.Recorded, MailReportOutcome.NothingNew, MailReportOutcome.NothingNew, MailReportOutcome.Recorded, MailReportOutcome.NothingNew);
        (await lab.DeliveryAsync(mail))!.State.Should().Be(RecipientDeliveryState.Failed);
    }

    [Fact]
    public async Task A_refused_recipient_stays_refused()
    {
        await using var lab = new ReportLab { Server = new ScriptedServer { Reply = static line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 unknown" : null } };
        var mail = await lab.SendAsync();

        await lab.DeliveredAsync(mail);

        (await lab.Services.ReadAsync(mail)).Should().Match<OutboxMail>(stored => stored.Phase == OutboxPhase.Settled && stored.Recipients[0].State == OutboxRecipientState.Failed);
        (await lab.Services.WorkAsync()).Claimed.Should().Be(0);
    }

    [Fact]
    public async Task A_report_about_what_was_never_handed_over_cannot_be_true()
    {
        await using var lab = new ReportLab();
        var mail = await lab.StoreAsync();

        (await lab.DeliveredAsync(mail)).Should().Be(MailReportOutcome.NotHandedOver);

        (await lab.Services.ReadAsync(mail)).Should().BeEquivalentTo(mail);
        (await lab.Services.WorkAsync()).Settled.Should().Be(1, "it is sent all the same");
    }

    [Fact]
    public async Task Addresses_that_were_erased_fit_nobody_any_more()
    {
        await using var lab = new ReportLab();
        var mail = await lab.SendAsync();
        await lab.DeliveredAsync(mail, "delayed");
        await lab.Services.Operations().ErasePersonAsync(MailLab.Office, TestContext.Current.CancellationToken);

        (await lab.DeliveredAsync(mail)).Should().Be(MailReportOutcome.UnknownRecipient);

        (await lab.DeliveryAsync(mail))!.State.Should().Be(RecipientDeliveryState.Delayed, "it says nothing about a person");
    }

    [Fact]
    public async Task A_report_of_reading_counts_where_its_recipient_signed_it()
    {
        await using var lab = new ReportLab();
        var mail = await lab.SendAsync(MailLab.Office, ReportLab.Second);
        await lab.DeliveredAsync(mail);

        (await lab.ReadAsync(mail, lab.Mail.OfficeKey, disposition: "automatic-action/MDN-sent-automatically; processed/error")).Should().Be(MailReportOutcome.NothingNew);
        (await lab.ReadAsync(mail, lab.Mail.OfficeKey)).Should().Be(MailReportOutcome.Recorded);
        (await lab.ReadAsync(mail, lab.Mail.OfficeKey, from: ReportLab.Second)).Should().Be(MailReportOutcome.NotSigned, "nobody speaks for another");
        (await lab.ReadAsync(mail, lab.Mail.SenderKey, from: MailLab.Sender)).Should().Be(MailReportOutcome.UnknownRecipient);
        (await lab.ReadAsync(mail with { MessageId = "x@stadt.example" }, lab.Mail.OfficeKey)).Should().Be(MailReportOutcome.UnknownMail);

        (await lab.DeliveryAsync(mail))!.State.Should().Be(RecipientDeliveryState.Displayed);
        (await lab.DeliveryAsync(mail, 1)).Should().BeNull();
    }
}
