using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>A backup that was taken while mails were stored and sent, and what is known after it was restored.</summary>
public sealed partial class RestoreTests : IDisposable
{
    private const int SentBefore = 3;
    private const int StoredAfter = 5;
    private readonly MailLab _lab = new();
    private readonly OutboxDatabase _database = new();

    /// <summary>The mail server's log: the Message-ID of each mail that it took.</summary>
    private readonly ConcurrentQueue<string> _log = new();
    private volatile OutboxDatabase? _backup;
    private int _cases;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_with_the_servers_log_sends_the_rest_and_nothing_twice()
    {
        await using var server = Server();
        using var backup = await LiveAsync(server);
        await using var restored = await backup.ApplicationAsync(_lab, Towards(server));

        var stored = await restored.Operations().ListAsync(new OutboxFilter(), Cancelled).ToListAsync(Cancelled);
        stored.Should().HaveCountGreaterThanOrEqualTo(SentBefore).And.HaveCountLessThan(_cases, "the backup was taken in between");
        foreach (var mail in stored)
            (await restored.Store().ReadContentAsync("", mail.Id, Cancelled)).Should().NotBeNull("a mail and its content are stored together");
        var held = await restored.Operations().HoldUnsettledAsync("restored a backup", Cancelled);
        held.Should().Be(stored.Count(mail => mail.Phase is not OutboxPhase.Settled)).And.BeGreaterThan(0);
        (await restored.WorkAsync()).Claimed.Should().Be(0, "nothing is sent before a person has looked");
        await foreach (var mail in restored.Operations().ListAsync(new OutboxFilter { Phases = [OutboxPhase.Held] }, Cancelled))
            (await restored.Operations().ResolveAsync(mail.Id, _log.Contains(mail.MessageId) ? OutboxDecision.WasAccepted : OutboxDecision.SendAgain, "the server's log", Cancelled)).Should().BeTrue();
        await WorkAsync(restored);

        stored.Should().OnlyContain(mail => _log.Count(taken => taken == mail.MessageId) == 1);
        (await restored.Operations().ListAsync(new OutboxFilter(), Cancelled).ToListAsync(Cancelled)).Should().OnlyContain(mail => mail.Phase == OutboxPhase.Settled);
    }

    [Fact]
    public async Task What_was_stored_after_the_backup_is_unknown_and_comes_again_under_the_same_message_id()
    {
        await using var server = Server();
        using var backup = await LiveAsync(server);
        await using var restored = await backup.ApplicationAsync(_lab, Towards(server));
        var known = await restored.Operations().ListAsync(new OutboxFilter(), Cancelled).Select(mail => mail.MessageId).ToListAsync(Cancelled);
        await restored.Operations().HoldUnsettledAsync("restored a backup", Cancelled);

        // The application's cases were restored with the mails, so it does the same work again.
        for (var number = 0; number < _cases; number++)
            await restored.EnqueueAsync(Message(number));
        await WorkAsync(restored);

        var twice = _log.CountBy(taken => taken).Where(taken => taken.Value > 1).Select(taken => taken.Key).ToList();
        twice.Should().HaveCount(_cases - known.Count).And.NotContain(known);
    }

    [Fact]
    public async Task Without_holding_a_mail_that_was_sent_meanwhile_is_sent_again()
    {
        await using var server = Server();
        await using (var services = await _database.ApplicationAsync(_lab, Towards(server)))
        {
            await services.EnqueueAsync(Message(1));
            using var backup = await _database.BackUpAsync();
            await WorkAsync(services);
            await using var restored = await backup.ApplicationAsync(_lab, Towards(server));
            await WorkAsync(restored);
        }

        _log.Should().HaveCount(2);
        _log.Distinct().Should().ContainSingle();
    }

    public void Dispose()
    {
        _database.Dispose();
        _lab.Dispose();
    }

    /// <summary>Stores and sends cases, and backs up while one of them is between the end of the mail and the server's answer.</summary>
    private async Task<OutboxDatabase> LiveAsync(ScriptedServer server)
    {
        await using var services = await _database.ApplicationAsync(_lab, Towards(server));
        var storing = Task.Run(async () =>
        {
            for (var after = 0; after < StoredAfter; _cases++)
            {
                await services.EnqueueAsync(Message(_cases));
                after += _backup is null ? 0 : 1;
            }
        });
        while (!storing.IsCompleted)
            await services.WorkAsync();
        await storing;
        await WorkAsync(services);
        _log.Should().HaveCount(_cases).And.OnlyHaveUniqueItems();
        return _backup!;
    }

    private static async Task WorkAsync(ServiceProvider services)
    {
        while ((await services.WorkAsync()).Claimed > 0)
        {
        }
    }

    private ScriptedServer Server()
    {
        ScriptedServer? server = null;
        return server = new ScriptedServer
        {
            BeforeAnswer = async () =>
            {
                _log.Enqueue(MessageId().Match(server!.Mail).Groups["id"].Value);
                if (_log.Count == SentBefore)
                    _backup = await _database.BackUpAsync();
            },
        };
    }

    private static SecureMessage Message(int number) => new() { To = [MailLab.Office], Subject = "Bescheid", Text = "Der Bescheid liegt bei.", Key = $"case-{number}/notice" };

    private static Action<SecureMailOptions> Towards(ScriptedServer server) =>
        options => (options.Smtp.Port, options.Smtp.Security, options.Smtp.TrustAnchorsPem) = (server.Port, SmtpSecurity.Implicit, server.RootPem);

    [GeneratedRegex("^Message-I[dD]:\\s*<(?<id>[^>]+)>", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MessageId();
}
