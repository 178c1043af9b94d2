using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.SecureMail.Gateway;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>Two authorities in one process and one database: nothing of the one is seen, sent, erased or purged by the other.</summary>
public sealed class OutboxTenantTests : IAsyncLifetime
{
    private const string Town = "stadt";
    private const string Village = "dorf";
    private const string VillageSender = "amt@dorf.example";
    private readonly MailLab _lab = new();
    private readonly OutboxDatabase _database = new();
    private readonly ScriptedServer _townServer = new();
    private readonly ScriptedServer _villageServer = new();
    private ServiceProvider _services = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_lab.Clock).AddDbContext<CaseDb>(options => options.UseSqlite(_database.ConnectionString));
        var empty = new ConfigurationBuilder().Build();
        services.AddSecureMail(Town, empty.GetSection("A")).Configure(options => Fill(options, _townServer)).AddEntityFrameworkOutbox<CaseDb>();
        services.AddSecureMail(Village, empty.GetSection("B")).Configure(options =>
        {
            Fill(options, _villageServer);
            (options.Sender.Address, options.Sender.Certificate) = (VillageSender, _lab.Authority.Issue(VillageSender).ToOptions());
            (options.Outbox.ContentRetention, options.Outbox.AddressRetention) = (TimeSpan.FromDays(30), TimeSpan.FromDays(365));
            options.Outbox.StorageKeys = [_lab.Authority.Issue(VillageSender).ToOptions()];
            GatewayPolicyTests.Allow(options);
        }).AddEntityFrameworkOutbox<CaseDb>();
        _services = services.BuildServiceProvider();
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.EnsureCreatedAsync(Cancelled);
    }

    [Fact]
    public async Task The_same_key_is_two_mails_and_each_worker_sends_its_own()
    {
        var town = await EnqueueAsync(Town);
        var village = await EnqueueAsync(Village);

        (await WorkAsync(Village)).Should().Be(new OutboxRun(1, 1, 0));
        _townServer.Mail.Should().BeEmpty();
        (await WorkAsync(Town)).Should().Be(new OutboxRun(1, 1, 0));

        town.KeyHash.Should().NotBe(village.KeyHash);
        _townServer.Mail.Should().Contain(MailLab.Sender).And.NotContain(VillageSender);
        _villageServer.Mail.Should().Contain(VillageSender).And.NotContain(MailLab.Sender);
        _townServer.Commands.Should().Contain(command => command.StartsWith("MAIL FROM:<" + MailLab.Sender, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nobody_finds_lists_or_decides_on_the_mails_of_the_other()
    {
        var town = await EnqueueAsync(Town);
        await WorkAsync(Town);
        var village = Operations(Village);

        (await village.FindAsync(town.Id, Cancelled)).Should().BeNull();
        (await village.ListAsync(new OutboxFilter(), Cancelled).CountAsync(Cancelled)).Should().Be(0);
        (await village.ResolveAsync(town.Id, OutboxDecision.GiveUp, "not mine", Cancelled)).Should().BeFalse();
        await using var scope = _services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredKeyedService<ISecureMailOutbox>(Village).GetAsync("case-1/notice", Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_person_is_erased_and_a_content_purged_by_each_ones_own_rules()
    {
        var (town, village) = (await EnqueueAsync(Town), await EnqueueAsync(Village));
        await WorkAsync(Town);
        await WorkAsync(Village);
        _lab.Clock.Advance(TimeSpan.FromDays(100));

        await Operations(Town).PurgeAsync(Cancelled);
        (await Stored(Town, town)).Should().Match<OutboxMail>(mail => !mail.HasContent && mail.Recipients.All(recipient => recipient.Address == null));
        (await Stored(Village, village)).Should().Match<OutboxMail>(mail => mail.HasContent && mail.Recipients.All(recipient => recipient.Address != null));
        await Operations(Village).PurgeAsync(Cancelled);
        (await Stored(Village, village)).Should().Match<OutboxMail>(mail => !mail.HasContent && mail.Recipients.All(recipient => recipient.Address != null));
        await Operations(Town).ErasePersonAsync(MailLab.Office, Cancelled);
        (await Stored(Village, village)).Recipients.Single().Address.Should().Be(MailLab.Office);
        await Operations(Village).ErasePersonAsync(MailLab.Office, Cancelled);
        (await Stored(Village, village)).Recipients.Single().Address.Should().BeNull();
    }

    [Fact]
    public async Task What_one_may_leave_to_its_gateway_the_other_may_not()
    {
        var village = await EnqueueAsync(Village, MailProtection.ByGateway);
        var town = () => EnqueueAsync(Town, MailProtection.ByGateway);

        village.Protection.Should().Be(OutboxProtection.ByGateway);
        (await town.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.GatewayRefused);
        (await WorkAsync(Village)).Settled.Should().Be(1);
        _villageServer.Mail.Should().Contain("X-Encrypt: yes");
    }

    [Fact]
    public async Task A_row_for_the_gateway_is_not_sent_by_a_tenant_that_has_none()
    {
        await EnqueueAsync(Village, MailProtection.ByGateway);
        await _database.ExecuteAsync($"UPDATE MailOutbox SET Tenant = '{Town}'; UPDATE MailOutboxContents SET Tenant = '{Town}'");

        (await WorkAsync(Town)).Settled.Should().Be(0);

        _townServer.Mail.Should().BeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _townServer.DisposeAsync();
        await _villageServer.DisposeAsync();
        _database.Dispose();
        _lab.Dispose();
    }

    private void Fill(SecureMailOptions options, ScriptedServer server)
    {
        _lab.Fill(options);
        (options.Smtp.Port, options.Smtp.Security, options.Smtp.TrustAnchorsPem) = (server.Port, SmtpSecurity.Implicit, server.RootPem);
    }

    private async Task<OutboxMail> EnqueueAsync(string tenant, MailProtection? protection = null)
    {
        await using var scope = _services.CreateAsyncScope();
        var message = new SecureMessage { To = [MailLab.Office], Subject = "Bescheid", Text = "Der Bescheid liegt bei.", Key = "case-1/notice", Protection = protection ?? MailProtection.Encrypted };
        var mails = await scope.ServiceProvider.GetRequiredKeyedService<ISecureMailOutbox>(tenant).EnqueueAsync(message, Cancelled);
        await scope.ServiceProvider.GetRequiredService<CaseDb>().SaveChangesAsync(Cancelled);
        return mails.Single();
    }

    private Task<OutboxRun> WorkAsync(string tenant) => _services.GetRequiredKeyedService<ISecureMailOutboxWorker>(tenant).RunOnceAsync(Cancelled);

    private ISecureMailOutboxOperations Operations(string tenant) => _services.GetRequiredKeyedService<ISecureMailOutboxOperations>(tenant);

    private async Task<OutboxMail> Stored(string tenant, OutboxMail mail) => (await Operations(tenant).FindAsync(mail.Id, Cancelled))!;
}
