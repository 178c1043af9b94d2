using BaseComponents.Payments;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using DogLicence.Cases;
using DogLicence.Submission;
using DogLicence.Walkthrough;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>The case is paid and its mail is stored together, and the citizen reads what is true about the rest of the way.</summary>
public sealed class OutboxTests
{
    [Theory]
    [InlineData(false, CaseStage.Draft, 0)]
    [InlineData(true, CaseStage.Stored, 1)]
    public async Task Paid_and_stored_commit_together_or_not_at_all(bool commits, CaseStage stage, int mails)
    {
        await using var walker = await Walker.StartAsync(null, ("Submission:Interval", "01:00:00"), ("BaseComponents:SecureMail:Outbox:Pause", "00:10:00"));
        await walker.WalkToPaymentAsync();
        await using (var scope = walker.Fresh.Server.Services.CreateAsyncScope())
        {
            await using var transaction = await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await ActivatorUtilities.CreateInstance<SubmitWhenPaid>(scope.ServiceProvider).HandleAsync(PaidEvent(walker.Number), TestContext.Current.CancellationToken);
            if (commits)
                await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        await using var later = walker.Fresh.Server.Services.CreateAsyncScope();
        (await later.ServiceProvider.GetRequiredService<CaseDb>().Cases.SingleAsync(TestContext.Current.CancellationToken)).Stage.Should().Be(stage);
        (await later.ServiceProvider.GetRequiredService<ISecureMailOutbox>().GetAsync(OfficeMail.KeyOf(walker.Number), TestContext.Current.CancellationToken)).Should().HaveCount(mails);
    }

    [Theory]
    [InlineData("mail.busy", "noch nicht angenommen oder es nicht bestätigt")]
    [InlineData("mail.drop-after-dot", "noch nicht angenommen oder es nicht bestätigt")]
    [InlineData("mail.reject-after-dot", "wir prüfen es")]
    public async Task The_receipt_says_how_far_the_mail_is(string fault, string text)
    {
        await using var walker = await Walker.StartAsync(null, ("BaseComponents:SecureMail:Outbox:FirstRetry", "01:00:00"));
        await walker.WalkToPaymentAsync();
        await walker.ArmAsync(fault);
        await walker.PayAsync();

        for (var i = 0; i < 100 && !walker.Page.Text.Contains(text, StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await walker.Browser.FollowAsync("Stand aktualisieren");
        }

        walker.PageSays(text);
        walker.PageSays("bezahlt und sicher gespeichert");
        walker.LogLeaksNothing();
    }

    [Fact]
    public async Task An_operator_who_ends_the_ambiguity_ends_the_case()
    {
        await using var walker = await Walker.StartAsync(null, ("BaseComponents:SecureMail:Outbox:Ambiguous", "Hold"));
        await walker.WalkToPaymentAsync();
        await walker.ArmAsync("mail.drop-after-dot");
        await walker.PayAsync();
        await walker.WaitForLogAsync("an operator has to look into the outbox");
        await using var scope = walker.Fresh.Server.Services.CreateAsyncScope();
        var mail = (await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().GetAsync(OfficeMail.KeyOf(walker.Number), TestContext.Current.CancellationToken)).Single();

        (await scope.ServiceProvider.GetRequiredService<ISecureMailOutboxOperations>()
            .ResolveAsync(mail.Id, OutboxDecision.WasAccepted, "The log of the mail server names it.", TestContext.Current.CancellationToken)).Should().BeTrue();

        await new Inbox(walker.Browser, walker.Fresh.Server.Sandbox!.Address).WaitForAsync($"Ihr Antrag ist eingegangen, Vorgang {walker.Number}", TestContext.Current.CancellationToken);
        await walker.WaitForLogAsync($"Case {walker.Number} is with the office");
    }

    [Fact]
    public async Task The_sender_of_notices_sends_nothing_else_in_plain_text()
    {
        await using var walker = await Walker.StartAsync();
        var notices = walker.Fresh.Server.Services.GetRequiredKeyedService<ISecureMailClient>(CitizenNotice.Sender);

        var sending = () => notices.SendAsync(
            new SecureMessage { To = ["zoe@buerger.example"], Subject = "x", Text = "x", Protection = MailProtection.Plain("Another reason") }, TestContext.Current.CancellationToken);

        await sending.Should().ThrowAsync<SecureMailException>();
    }

    private static PaymentEvent PaidEvent(string number) => new()
    {
        Id = "paid",
        Tenant = "",
        Reference = number,
        Attempt = 1,
        State = PaymentState.Paid,
        Amount = new Euro(84m),
        OccurredAt = DateTimeOffset.UtcNow,
    };
}
