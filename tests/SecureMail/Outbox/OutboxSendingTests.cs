using System.Security.Cryptography;
using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>Stored mails against a mail server that does what the test says; every worker is a process of its own as far as the database can tell.</summary>
public sealed class OutboxSendingTests : IDisposable
{
    private const string Second = "bauamt@amt.example";
    private readonly MailLab _lab = new();
    private readonly OutboxDatabase _database = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_accepted_once_with_the_stored_bytes()
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());
        var content = await services.Store().ReadContentAsync("", mail.Id, Cancelled);

        (await services.WorkAsync()).Should().Be(new OutboxRun(1, 1, 0));
        (await services.WorkAsync()).Claimed.Should().Be(0);

        var sent = await services.ReadAsync(mail);
        sent.Phase.Should().Be(OutboxPhase.Settled);
        sent.Recipients.Single().State.Should().Be(OutboxRecipientState.Accepted);
        sent.Recipients.Single().Reply.Should().Contain("4711").And.NotContain(MailLab.Office);
        Unix(server.Mail).Should().Be(Unix(Encoding.Latin1.GetString(content!)));
    }

    [Fact]
    public async Task The_end_is_written_down_before_the_server_can_have_it()
    {
        OutboxMail? seen = null;
        ServiceProvider? services = null;
        OutboxMail? mail = null;
        await using var server = new ScriptedServer { BeforeAnswer = async () => seen = await services!.ReadAsync(mail!) };
        await using (services = await ApplicationAsync(server))
        {
            mail = await services.EnqueueAsync(Message());
            await services.WorkAsync();
        }

        seen!.Phase.Should().Be(OutboxPhase.HandingOver);
        seen.Recipients.Single().State.Should().Be(OutboxRecipientState.Ambiguous);
    }

    [Fact]
    public async Task An_answer_that_is_lost_holds_the_mail_for_a_person()
    {
        await using var server = new ScriptedServer { Verdict = null };
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());

        (await services.WorkAsync()).Should().Be(new OutboxRun(1, 0, 1));
        _lab.Clock.Advance(TimeSpan.FromDays(1));
        (await services.WorkAsync()).Claimed.Should().Be(0);
        (await services.Operations().RetryAsync(mail.Id, "try", Cancelled)).Should().BeFalse("ambiguous ones are resolved, not retried");
        server.Verdict = "250 2.0.0 taken as 4712";
        (await services.Operations().ResolveAsync(mail.Id, OutboxDecision.SendAgain, "the relay's log does not know it", Cancelled)).Should().BeTrue();
        var first = server.Mail;
        (await services.WorkAsync()).Settled.Should().Be(1);

        server.Mail.Should().Be(first, "every attempt sends the same bytes");
        (await services.ReadAsync(mail)).Should().Match<OutboxMail>(stored => stored.Resends == 1 && stored.Reason == "the relay's log does not know it");
    }

    [Theory]
    [InlineData(OutboxDecision.WasAccepted, OutboxRecipientState.Accepted)]
    [InlineData(OutboxDecision.GiveUp, OutboxRecipientState.Failed)]
    public async Task A_person_ends_the_ambiguity(OutboxDecision decision, OutboxRecipientState state)
    {
        await using var server = new ScriptedServer { Verdict = null };
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());
        await services.WorkAsync();

        (await services.Operations().ResolveAsync(mail.Id, decision, "asked", Cancelled)).Should().BeTrue();
        (await services.Operations().ResolveAsync(mail.Id, decision, "asked", Cancelled)).Should().BeFalse();

        (await services.ReadAsync(mail)).Recipients.Single().State.Should().Be(state);
    }

    [Fact]
    public async Task With_the_policy_to_resend_it_is_sent_once_more_and_then_held()
    {
        await using var server = new ScriptedServer { Verdict = null };
        await using var services = await ApplicationAsync(server, options => options.Outbox.Ambiguous = AmbiguousPolicy.ResendOnce);
        var mail = await services.EnqueueAsync(Message());
        await services.WorkAsync();
        (await services.WorkAsync()).Claimed.Should().Be(0, "it waits");
        _lab.Clock.Advance(TimeSpan.FromMinutes(16));

        (await services.WorkAsync()).Held.Should().Be(1);
        (await services.ReadAsync(mail)).Resends.Should().Be(1);
    }

    [Fact]
    public async Task A_cut_before_the_end_is_tried_again()
    {
        await using var server = new ScriptedServer { CutAfter = 300 };
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message() with { Attachments = [SecureAttachment.FromBytes("a.bin", "application/octet-stream", RandomNumberGenerator.GetBytes(3_000_000))] });

        await services.WorkAsync();

        var stored = await services.ReadAsync(mail);
        stored.Phase.Should().Be(OutboxPhase.Waiting);
        stored.Recipients.Single().State.Should().Be(OutboxRecipientState.Deferred);
    }

    [Fact]
    public async Task Each_recipient_has_its_own_fate()
    {
        var isFull = true;
        await using var server = new ScriptedServer
        {
            Reply = line => line.StartsWith("RCPT", StringComparison.Ordinal) && line.Contains(Second, StringComparison.Ordinal) && isFull ? $"452 4.2.2 {Second} is full" : null,
        };
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message() with { To = [MailLab.Office, Second] });

        await services.WorkAsync();
        var between = await services.ReadAsync(mail);
        between.Recipients.Select(recipient => recipient.State).Should().Equal(OutboxRecipientState.Accepted, OutboxRecipientState.Deferred);
        between.Recipients[1].Reply.Should().StartWith("452").And.NotContain("bauamt");
        isFull = false;
        server.Commands.Clear();
        _lab.Clock.Advance(TimeSpan.FromMinutes(2));
        await services.WorkAsync();

        (await services.ReadAsync(mail)).Phase.Should().Be(OutboxPhase.Settled);
        server.Commands.Where(line => line.StartsWith("RCPT", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().Contain(Second);
    }

    [Fact]
    public async Task Who_is_refused_for_good_has_failed_and_can_be_tried_again_by_a_person()
    {
        var isUnknown = true;
        await using var server = new ScriptedServer { Reply = line => line.StartsWith("RCPT", StringComparison.Ordinal) && isUnknown ? "550 5.1.1 unknown" : null };
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());

        (await services.WorkAsync()).Settled.Should().Be(1);
        (await services.ReadAsync(mail)).Recipients.Single().Should().Match<OutboxRecipient>(recipient => recipient.State == OutboxRecipientState.Failed && recipient.Reply!.StartsWith("550"));
        server.Mail.Should().BeEmpty();
        isUnknown = false;
        (await services.Operations().RetryAsync(mail.Id, "the mailbox exists now", Cancelled)).Should().BeTrue();
        await services.WorkAsync();

        (await services.ReadAsync(mail)).Recipients.Single().State.Should().Be(OutboxRecipientState.Accepted);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_breaks_off_before_the_end()
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());
        await using var slow = new ScriptedServer
        {
            Reply = line =>
            {
                if (line == "DATA")
                {
                    // Another process, for which the lease has run out, takes the mail while this one is at it.
                    var later = _lab.Clock.GetUtcNow().AddMinutes(3);
                    services.Store().ClaimDueAsync("", later, later.AddMinutes(2), 1, Cancelled).GetAwaiter().GetResult().Should().ContainSingle();
                }

                return null;
            },
        };
        await using var zombie = await ApplicationAsync(slow);

        await zombie.WorkAsync();
        slow.Mail.Should().BeEmpty();
        _lab.Clock.Advance(TimeSpan.FromMinutes(6));
        await services.WorkAsync();

        server.Mail.Should().Contain(mail.MessageId);
        (await services.ReadAsync(mail)).Recipients.Single().State.Should().Be(OutboxRecipientState.Accepted);
    }

    [Theory]
    [InlineData(OutboxPhase.Waiting, OutboxPhase.Settled)]
    [InlineData(OutboxPhase.Sending, OutboxPhase.Settled)]
    [InlineData(OutboxPhase.HandingOver, OutboxPhase.Held)]
    public async Task A_lease_that_ran_out_is_found_in_the_right_state(OutboxPhase left, OutboxPhase then)
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());
        // What a killed worker leaves behind.
        var claimed = (await services.Store().ClaimDueAsync("", _lab.Clock.GetUtcNow(), _lab.Clock.GetUtcNow().AddMinutes(2), 1, Cancelled)).Single();
        var state = left is OutboxPhase.HandingOver ? OutboxRecipientState.Ambiguous : OutboxRecipientState.Sealed;
        await services.Store().TryUpdateAsync(claimed with { Phase = left, Recipients = [claimed.Recipients[0] with { State = state }] }, Cancelled);

        (await services.WorkAsync()).Claimed.Should().Be(0, "the lease still runs");
        _lab.Clock.Advance(TimeSpan.FromMinutes(2));
        await services.WorkAsync();

        (await services.ReadAsync(mail)).Phase.Should().Be(then);
        server.Mail.Length.Should().Be(then is OutboxPhase.Held ? 0 : server.Mail.Length).And.BeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task Content_and_address_go_when_their_time_is_over_and_the_key_stays()
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());
        await services.WorkAsync();
        (await services.Operations().PurgeAsync(Cancelled)).Should().Be(0);

        _lab.Clock.Advance(TimeSpan.FromDays(8));
        (await services.Operations().PurgeAsync(Cancelled)).Should().Be(1);
        (await services.Store().ReadContentAsync("", mail.Id, Cancelled)).Should().BeNull();
        (await services.ReadAsync(mail)).Recipients.Single().Address.Should().Be(MailLab.Office);
        _lab.Clock.Advance(TimeSpan.FromDays(83));
        (await services.Operations().PurgeAsync(Cancelled)).Should().Be(1);

        (await services.ReadAsync(mail)).Recipients.Single().Address.Should().BeNull();
        (await services.EnqueueAsync(Message())).Id.Should().Be(mail.Id);
        (await services.WorkAsync()).Claimed.Should().Be(0, "the key was sent already");
    }

    [Fact]
    public async Task One_person_is_erased_where_nothing_is_left_to_do()
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server);
        var done = await services.EnqueueAsync(Message());
        await services.WorkAsync();
        await services.EnqueueAsync(Message() with { Key = "case-2/notice" });

        (await services.Operations().ErasePersonAsync("STEUERAMT@amt.example", Cancelled)).Should().Be((1, 1));

        (await services.ReadAsync(done)).Recipients.Single().Address.Should().BeNull();
        (await services.Store().ReadContentAsync("", done.Id, Cancelled)).Should().BeNull();
    }

    [Fact]
    public async Task A_mail_that_was_changed_in_the_table_is_not_sent()
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());
        await services.Store().TryUpdateAsync((await services.ReadAsync(mail)) with { ContentHash = "00" }, Cancelled);

        await services.WorkAsync();

        (await services.ReadAsync(mail)).Recipients.Single().Should().Match<OutboxRecipient>(recipient => recipient.State == OutboxRecipientState.Failed && recipient.Code == SecureMailErrors.OutboxDamaged);
        server.Mail.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_away_is_met_slowly_again()
    {
        await using var services = await _database.ApplicationAsync(_lab, options => options.Outbox.FirstRetry = TimeSpan.FromSeconds(1));
        for (var number = 0; number < 9; number++)
            await services.EnqueueAsync(Message() with { Key = $"case-{number}" });

        (await services.WorkAsync()).Claimed.Should().Be(1);
        (await services.WorkAsync()).Claimed.Should().Be(1);
    }

    [Fact]
    public async Task Sending_past_the_outbox_is_refused()
    {
        await using var services = await _database.ApplicationAsync(_lab);

        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(Message(), Cancelled);

        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.OutboxBypassed);
    }

    public void Dispose()
    {
        _database.Dispose();
        _lab.Dispose();
    }

    private static SecureMessage Message() => new() { To = [MailLab.Office], Subject = "Bescheid", Text = "Der Bescheid liegt bei.", Key = "case-1/notice" };

    private static string Unix(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    private Task<ServiceProvider> ApplicationAsync(ScriptedServer server, Action<SecureMailOptions>? change = null) => _database.ApplicationAsync(_lab, options =>
    {
        (options.Smtp.Port, options.Smtp.Security, options.Smtp.TrustAnchorsPem) = (server.Port, SmtpSecurity.Implicit, server.RootPem);
        options.Recipients = [_lab.OfficeKey.ToRecipient(), _lab.Authority.Issue(Second).ToRecipient()];
        change?.Invoke(options);
    });
}
