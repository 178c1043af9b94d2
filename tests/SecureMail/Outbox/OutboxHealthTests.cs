using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>What monitoring is told of stored mails.</summary>
public sealed class OutboxHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_outbox_in_which_nothing_waits_is_well()
    {
        var report = await CheckAsync(new Kept(Mail(OutboxPhase.Settled, Now.AddDays(-3), due: null)));

        (report.Status, Codes(report)).Should().Be((HealthStatus.Healthy, "outbox ok"));
    }

    [Fact]
    public async Task Mails_that_wait_their_turn_are_counted_with_the_oldest()
    {
        var report = await CheckAsync(new Kept(Mail(OutboxPhase.Waiting, Now.AddHours(-1), Now.AddMinutes(5)), Mail(OutboxPhase.Waiting, Now.AddDays(-2), Now.AddMinutes(-9))));

        (report.Status, Codes(report)).Should().Be((HealthStatus.Healthy, "outbox ok"));
        Findings(report).Single()["found"].Should().Be("2 mail(s) wait, the oldest since 2026-11-25.");
    }

    [Fact]
    public async Task Mails_that_no_worker_takes_are_an_error()
    {
        var report = await CheckAsync(new Kept(Mail(OutboxPhase.Waiting, Now.AddHours(-1), Now.AddMinutes(-30)), Mail(OutboxPhase.HandingOver, Now, Now.AddMinutes(1))));

        (report.Status, Codes(report)).Should().Be((HealthStatus.Unhealthy, "outbox-behind error"));
        report.Description.Should().Contain("2 mail(s) wait, one for 30 minutes longer than it should.").And.Contain("worker");
    }

    [Fact]
    public async Task Mails_whose_fate_nobody_knows_are_a_warning_without_a_word_of_whom_they_are_for()
    {
        var report = await CheckAsync(new Kept(Mail(OutboxPhase.Held, Now.AddDays(-2), due: null), Mail(OutboxPhase.Held, Now.AddDays(-1), due: null)));

        (report.Status, Codes(report)).Should().Be((HealthStatus.Degraded, "outbox-held warning, outbox ok"));
        report.Description.Should().StartWith("outbox: 2 mail(s) wait for a person, the first since 2026-11-25").And.Contain("ResolveAsync");
        string.Join(' ', Findings(report).SelectMany(finding => finding.Values)).Should().NotContain("erika");
    }

    [Fact]
    public async Task Very_many_are_not_all_read()
    {
        var store = new Kept([.. Enumerable.Repeat(Mail(OutboxPhase.Held, Now.AddDays(-1), due: null), 5000)]);

        var report = await CheckAsync(store);

        report.Description.Should().StartWith("outbox: 1000 mails or more wait for a person");
        store.Listed.Should().BeLessThan(1100);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_is_away_is_an_error_also_where_the_provider_wraps_it(bool wrapped)
    {
        var fault = new SqliteException("no such table: Mails erika@amt.example", 1);

        var report = await CheckAsync(new Kept { Fault = wrapped ? new InvalidOperationException("likely transient", fault) : fault });

        (report.Status, Codes(report)).Should().Be((HealthStatus.Unhealthy, "outbox.database-unusable error"));
        report.Description.Should().Contain("SqliteException").And.NotContain("erika");
    }

    [Fact]
    public async Task An_outbox_in_memory_is_a_warning_and_none_is_said()
    {
        Codes(await CheckAsync(new Kept { IsDurable = false })).Should().Be("outbox-in-memory warning, outbox ok");
        var none = await CheckAsync(store: null);
        (none.Status, Codes(none)).Should().Be((HealthStatus.Healthy, "outbox skipped"));
    }

    private static async Task<HealthReportEntry> CheckAsync(IMailOutboxStore? store)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new Noon());
        var mail = services.AddSecureMail(new ConfigurationBuilder().Build().GetSection("none"));
        if (store is not null)
            mail.UseOutbox(_ => store, static _ => throw new NotSupportedException("Nothing is written."));
        mail.AddHealth();
        await using var provider = services.BuildServiceProvider();
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(static check => check.Name == "mail:outbox", TestContext.Current.CancellationToken);
        return report.Entries["mail:outbox"];
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Findings(HealthReportEntry entry) => (IReadOnlyList<IReadOnlyDictionary<string, string>>)entry.Data["findings"];

    private static string Codes(HealthReportEntry entry) => string.Join(", ", Findings(entry).Select(static finding => $"{finding["code"]} {finding["severity"]}"));

    private static OutboxMail Mail(OutboxPhase phase, DateTimeOffset created, DateTimeOffset? due) => new()
    {
        Tenant = "",
        Id = "1",
        KeyHash = "1",
        MessageId = "1@amt.example",
        EnvelopeId = "1",
        Recipients = [new OutboxRecipient(0, "erika@amt.example", OutboxRecipientState.Sealed)],
        Size = 1,
        ContentHash = "1",
        CreatedAt = created,
        UpdatedAt = created,
        Phase = phase,
        DueAt = due,
    };

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>A store that only lists.</summary>
    private sealed class Kept(params OutboxMail[] mails) : IMailOutboxStore
    {
        public bool IsDurable { get; init; } = true;

        public Exception? Fault { get; init; }

        public int Listed { get; private set; }

        public async IAsyncEnumerable<OutboxMail> ListAsync(string tenant, OutboxFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            if (Fault is not null)
                throw Fault;
            foreach (var mail in mails.Where(mail => filter.Phases.Contains(mail.Phase)))
            {
                Listed++;
                yield return mail;
            }
        }

        public Task<IReadOnlyList<OutboxMail>> FindKeyAsync(string tenant, string keyHash, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<OutboxMail?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<OutboxMail?> FindEnvelopeAsync(string tenant, string envelopeId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<OutboxMail>> FindMessageAsync(string tenant, string messageId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<bool> TryRecordDeliveryAsync(OutboxMail mail, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<byte[]?> ReadContentAsync(string tenant, string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<bool> TryUpdateAsync(OutboxMail mail, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<OutboxMail>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
