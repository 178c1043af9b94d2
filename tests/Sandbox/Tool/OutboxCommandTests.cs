using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary><c>basecomponents mail outbox</c> as an operator runs it, on tables that the package has made.</summary>
public sealed class OutboxCommandTests : IAsyncLifetime
{
    private const string Recipient = "steueramt@freiberg.amt.example";
    private readonly string _folder = Directory.CreateTempSubdirectory("outbox-tool-").FullName;
    private ServiceProvider _services = null!;

    private string File => Path.Combine(_folder, "outbox.db");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        var none = new ConfigurationBuilder().Build().GetSection("none");
        foreach (var builder in new[] { services.AddSecureMail(none), services.AddSecureMail("dresden", none) })
            builder.AddEntityFrameworkOutbox(options => options.UseSqlite($"Data Source={File}"));
        _services = services.AddLogging().BuildServiceProvider();
        await SecureMailOutboxDatabase.UpgradeAsync(_services, Cancelled);
        await AddAsync("", "held", OutboxPhase.Held, OutboxRecipientState.Ambiguous);
        await AddAsync("", "failed", OutboxPhase.Settled, OutboxRecipientState.Failed);
        await AddAsync("", "waiting", OutboxPhase.Waiting, OutboxRecipientState.Sealed);
        await AddAsync("dresden", "sending", OutboxPhase.HandingOver, OutboxRecipientState.Sealed);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_is_not_settled_is_listed_without_an_address()
    {
        var (code, listed) = await RunAsync("list");
        code.Should().Be(0, listed);
        listed.Should().Contain("held Held 1 1 Ambiguous held@stadt.example").And.Contain("waiting Waiting 1 1 Sealed").And.Contain("dresden sending HandingOver").And.NotContainAny("failed", "freiberg");
        var (_, json) = await RunAsync("list", "--phase", "settled", "--json");
        json.Should().Contain("\"id\": \"failed\"").And.Contain("\"state\": \"Failed\"").And.NotContainAny("held", "freiberg");
        (await RunAsync("list", "--phase", "all", "--sender", "dresden")).Printed.Should().Contain("sending").And.NotContain("waiting");
    }

    [Fact]
    public async Task A_person_decides_about_a_mail_that_is_held_once()
    {
        string[] decide = ["resolve", "held", "--as", "accepted", "--reason", "log of the relay"];
        var (code, decided) = await RunAsync(decide);
        code.Should().Be(0, decided);
        decided.Should().Contain("held Settled 1 1 Accepted").And.Contain("BaseComponents.Audit.SecureMail").And.NotContain("freiberg");
        (await FindAsync("", "held"))!.Should().Match<OutboxMail>(mail => mail.Phase == OutboxPhase.Settled && mail.Reason == "log of the relay");
        (await RunAsync(decide)).Should().Match<(int Code, string Printed)>(result => result.Code == 1 && result.Printed.StartsWith("Refused: it is not held"));
    }

    [Fact]
    public async Task A_mail_that_failed_is_sent_again()
    {
        (await RunAsync("retry", "failed", "--reason", "the relay is mended")).Should().Match<(int Code, string Printed)>(result => result.Code == 0 && result.Printed.Contains("failed Waiting"));
        (await FindAsync("", "failed"))!.Phase.Should().Be(OutboxPhase.Waiting);
    }

    [Fact]
    public async Task After_a_restore_all_that_is_not_settled_is_held()
    {
        (await RunAsync("hold", "--reason", "restored a backup")).Should().Match<(int Code, string Printed)>(result => result.Code == 0 && result.Printed.Contains("2 mails are held."));
        (await FindAsync("", "waiting"))!.Phase.Should().Be(OutboxPhase.Held);
        (await FindAsync("dresden", "sending"))!.Phase.Should().Be(OutboxPhase.Held);
        (await FindAsync("", "failed"))!.Phase.Should().Be(OutboxPhase.Settled);
    }

    [Theory]
    [InlineData("there is no mail 'nobody'", "resolve", "nobody", "--as", "accepted", "--reason", "r")]
    [InlineData("no mails of a sender \"leipzig\"", "list", "--sender", "leipzig")]
    public async Task What_does_not_exist_is_said(string said, params string[] arguments) =>
        (await RunAsync(arguments)).Should().Match<(int Code, string Printed)>(result => result.Code == 2 && result.Printed.Contains(said));

    private async Task AddAsync(string sender, string id, OutboxPhase phase, OutboxRecipientState state)
    {
        await using var scope = _services.CreateAsyncScope();
        var mail = new OutboxMail
        {
            Tenant = sender,
            Id = id,
            KeyHash = new string('a', 62) + id[..2],
            MessageId = $"{id}@stadt.example",
            EnvelopeId = $"e{id}",
            Recipients = [new OutboxRecipient(0, Recipient, state)],
            Size = 3,
            ContentHash = new string('b', 64),
            CreatedAt = DateTimeOffset.UtcNow,
            UpdatedAt = DateTimeOffset.UtcNow,
            Phase = phase,
            Attempts = 1,
        };
        (await scope.ServiceProvider.GetRequiredKeyedService<IMailOutboxWriter>(sender).TryAddAsync([(mail, [1, 2, 3])], Cancelled)).Should().BeTrue();
    }

    private Task<OutboxMail?> FindAsync(string sender, string id) => _services.GetRequiredKeyedService<ISecureMailOutboxOperations>(sender).FindAsync(id, Cancelled);

    private async Task<(int ExitCode, string Printed)> RunAsync(params string[] arguments)
    {
        await using var tool = new RunningTool(["mail", "outbox", .. arguments, "--database", $"sqlite:{File}"]);
        return await tool.EndAsync();
    }
}
