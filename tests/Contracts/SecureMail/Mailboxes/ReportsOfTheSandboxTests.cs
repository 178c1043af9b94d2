using System.Net.Http.Json;
using BaseComponents.Sandbox;
using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Reports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail.Mailboxes;

/// <summary>From the outbox to the Sandbox, and back as a report through the mailbox: genuine ones are recorded, forged ones change nothing.</summary>
public sealed class ReportsOfTheSandboxTests : IAsyncLifetime
{
    private readonly string _drop = Directory.CreateTempSubdirectory("reports-contract-").FullName;
    private SandboxServer _sandbox = null!;
    private HttpClient _http = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { MailDropPath = _drop });
        _http = new HttpClient { BaseAddress = _sandbox.Address };
        var section = new ConfigurationBuilder().AddConfiguration(_sandbox.Configuration).AddInMemoryCollection(
        [
            new("BaseComponents:SecureMail:Mailbox:FileDrop:Path", Path.Combine(_drop, SandboxMailboxes.Sender)),
            new("BaseComponents:SecureMail:Mailbox:PollInterval", "00:00:01"),
            new("BaseComponents:SecureMail:Smtp:RequestDeliveryReports", "true"),
        ]).Build().GetSection("BaseComponents:SecureMail");
        var services = new ServiceCollection().AddLogging();
        services.AddSecureMail(section).AddInMemoryOutbox().AddMailbox(section.GetSection("Mailbox"));
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _http.Dispose();
        await _sandbox.DisposeAsync();
        Directory.Delete(_drop, recursive: true);
    }

    [Fact]
    public async Task A_mail_is_reported_as_delivered()
    {
        var mail = await SendAsync();

        (await TakeAsync(1)).Should().Equal(MailReportOutcome.Recorded);

        (await StateAsync(mail)).Should().Be((OutboxRecipientState.Accepted, RecipientDeliveryState.Delivered));
    }

    [Fact]
    public async Task A_delay_is_reported_and_then_the_failure()
    {
        await ArmAsync("mail.dsn.delayed");
        await ArmAsync("mail.dsn.failure", milliseconds: 300);
        var mail = await SendAsync();

        (await TakeAsync(1)).Should().Equal(MailReportOutcome.Recorded);
        (await StateAsync(mail)).Delivery.Should().Be(RecipientDeliveryState.Delayed);
        (await TakeAsync(1)).Should().Equal(MailReportOutcome.Recorded);
        (await StateAsync(mail)).Should().Be((OutboxRecipientState.Accepted, RecipientDeliveryState.Failed));
        (await _services.GetRequiredService<ISecureMailOutboxOperations>().FindAsync(mail.Id, Cancelled))!.Recipients[0].Delivery!.DiagnosticCode.Should().Be(550);
        (await _services.GetRequiredService<ISecureMailOutboxWorker>().RunOnceAsync(Cancelled)).Claimed.Should().Be(0, "a report sends nothing");
    }

    [Theory]
    [InlineData("mail.dsn.forged")]
    [InlineData("mail.dsn.forged-message-id")]
    public async Task A_forged_report_changes_nothing(string fault)
    {
        await ArmAsync(fault);
        var mail = await SendAsync();

        (await TakeAsync(2)).Should().BeEquivalentTo([MailReportOutcome.Recorded, MailReportOutcome.UnknownMail]);

        (await StateAsync(mail)).Delivery.Should().Be(RecipientDeliveryState.Delivered);
    }

    [Fact]
    public async Task A_lost_answer_is_found_by_the_report()
    {
        await ArmAsync("mail.drop-after-dot");
        var mail = await SendAsync();
        mail.Phase.Should().Be(OutboxPhase.Held);

        (await TakeAsync(1)).Should().Equal(MailReportOutcome.Recorded);

        (await StateAsync(mail)).Should().Be((OutboxRecipientState.Accepted, RecipientDeliveryState.Delivered));
    }

    private async Task ArmAsync(string name, int milliseconds = 0) =>
        (await _http.PostAsJsonAsync("_sandbox/faults", new { name, times = 1, milliseconds }, Cancelled)).EnsureSuccessStatusCode();

    private async Task<OutboxMail> SendAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var message = new SecureMessage { To = [MailSandbox.Office], Subject = "Bescheid", Text = "Der Bescheid liegt bei.", Key = "case-1/notice" };
        var mail = (await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(message, Cancelled)).Single();
        await _services.GetRequiredService<ISecureMailOutboxWorker>().RunOnceAsync(Cancelled);
        return (await _services.GetRequiredService<ISecureMailOutboxOperations>().FindAsync(mail.Id, Cancelled))!;
    }

    private async Task<List<MailReportOutcome>> TakeAsync(int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var outcomes = new List<MailReportOutcome>();
        await foreach (var mail in _services.GetRequiredService<ISecureMailbox>().ReceiveAsync(patience.Token))
        {
            outcomes.Add((await _services.GetRequiredService<ISecureMailReports>().TakeAsync(mail, patience.Token)).Outcome);
            await mail.AcknowledgeAsync(patience.Token);
            if (outcomes.Count == count)
                break;
        }

        return outcomes;
    }

    private async Task<(OutboxRecipientState State, RecipientDeliveryState? Delivery)> StateAsync(OutboxMail mail)
    {
        var recipient = (await _services.GetRequiredService<ISecureMailOutboxOperations>().FindAsync(mail.Id, Cancelled))!.Recipients.Single();
        return (recipient.State, recipient.Delivery?.State);
    }
}
