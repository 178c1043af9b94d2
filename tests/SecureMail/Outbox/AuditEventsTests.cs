using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>What the audit category says of mails: each act once, and neither address, subject, text nor reason.</summary>
public sealed class AuditEventsTests : IDisposable
{
    private readonly MailLab _lab = new();
    private readonly OutboxDatabase _database = new();
    private readonly Audit _audit = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_sealed_and_sent_once()
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());
        await services.EnqueueAsync(Message());
        await services.WorkAsync();
        await services.WorkAsync();

        _audit.Lines.Should().Equal(
            $"4101 MailSealed MessageId={mail.MessageId} Protection=Encrypted Recipients=1",
            $"4102 MailSent MessageId={mail.MessageId} Recipients=1");
        NobodyIsNamed();
    }

    [Fact]
    public async Task A_mail_that_is_held_decided_and_sent_again_says_so()
    {
        await using var server = new ScriptedServer { Verdict = null };
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());
        await services.WorkAsync();
        server.Verdict = "550 5.1.1 no";
        await services.Operations().ResolveAsync(mail.Id, OutboxDecision.SendAgain, "geheimer Grund", Cancelled);
        await services.WorkAsync();
        await services.Operations().ResolveAsync(mail.Id, OutboxDecision.GiveUp, "geheimer Grund", Cancelled);

        _audit.Lines.Skip(1).Select(line => line.Split(" MessageId")[0]).Should().Equal("4104 MailHeld", "4105 MailDecided", "4104 MailHeld", "4105 MailDecided");
        NobodyIsNamed();
    }

    [Fact]
    public async Task A_mail_that_fails_is_purged_and_erased_says_so()
    {
        await using var server = new ScriptedServer { Verdict = "550 5.1.1 no" };
        await using var services = await ApplicationAsync(server);
        var mail = await services.EnqueueAsync(Message());
        await services.WorkAsync();
        await services.Operations().ErasePersonAsync(MailLab.Office, Cancelled);
        _lab.Clock.Advance(TimeSpan.FromDays(100));
        await services.Operations().PurgeAsync(Cancelled);

        _audit.Lines.Skip(1).Should().Equal(
            $"4103 MailFailed MessageId={mail.MessageId} Recipients=1 Code={SecureMailErrors.Rejected}",
            "4107 MailPersonErased Mails=1 Left=0");
        NobodyIsNamed();
    }

    [Fact]
    public async Task What_is_purged_is_counted()
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server);
        await services.EnqueueAsync(Message());
        await services.WorkAsync();
        _lab.Clock.Advance(TimeSpan.FromDays(8));
        await services.Operations().PurgeAsync(Cancelled);
        await services.Operations().PurgeAsync(Cancelled);

        _audit.Lines.Skip(2).Should().Equal("4106 MailsPurged Mails=1");
    }

    [Fact]
    public async Task Mails_that_are_sent_directly_say_what_became_of_them()
    {
        await using var server = new ScriptedServer();
        await using var services = _lab.Services(Towards(server), Audited);
        var client = services.GetRequiredService<ISecureMailClient>();
        var receipt = await client.SendAsync(Message(), Cancelled);
        server.Verdict = "550 5.1.1 no";
        await FluentActions.Awaiting(() => client.SendAsync(Message() with { Key = "case-2" }, Cancelled)).Should().ThrowAsync<SecureMailException>();

        _audit.Lines.Should().HaveCount(2);
        _audit.Lines[0].Should().Be($"4102 MailSent MessageId={receipt.MessageId} Recipients=1");
        _audit.Lines[1].Should().StartWith("4108 MailNotSent").And.EndWith($"Code={SecureMailErrors.Rejected}");
        NobodyIsNamed();
    }

    public void Dispose()
    {
        _database.Dispose();
        _lab.Dispose();
    }

    private void NobodyIsNamed() => string.Join('\n', _audit.Lines).Should().NotContainAny("amt.example", "Geheimsache", "Inhalt-4711", "geheimer Grund", "case-");

    private static SecureMessage Message() => new() { To = [MailLab.Office], Subject = "Geheimsache", Text = "Inhalt-4711", Key = "case-1/notice" };

    private async Task<ServiceProvider> ApplicationAsync(ScriptedServer server)
    {
        var services = await _database.ApplicationAsync(_lab, Towards(server));
        services.GetRequiredService<ILoggerFactory>().AddProvider(_audit);
        return services;
    }

    private void Audited(SecureMailBuilder mail) => mail.Services.AddSingleton<ILoggerProvider>(_audit);

    private static Action<SecureMailOptions> Towards(ScriptedServer server) =>
        options => (options.Smtp.Port, options.Smtp.Security, options.Smtp.TrustAnchorsPem) = (server.Port, SmtpSecurity.Implicit, server.RootPem);

    private sealed class Audit : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => categoryName == SecureMailDefaults.AuditCategory ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{eventId.Id} {eventId.Name} " + string.Join(' ', ((IEnumerable<KeyValuePair<string, object?>>)state!).Where(fact => fact.Key is not ("Tenant" or "{OriginalFormat}")).Select(fact => $"{fact.Key}={fact.Value}")));

        public void Dispose()
        {
        }
    }
}
