using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Testing;
using BaseComponents.Tests.SecureMail.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>Mails that the gateway encrypts, or nobody: in the outbox they lie encrypted for a key of the authority's own, and the server gets what was signed.</summary>
public sealed class UnencryptedOnTheWireTests : IDisposable
{
    private const string Canary = "canary-4711-of-the-plain-text";
    private readonly MailLab _lab = new();
    private readonly OutboxDatabase _database = new();
    private readonly ThrowAwayMailKey _first;
    private readonly ThrowAwayMailKey _second;

    public UnencryptedOnTheWireTests() => (_first, _second) = (_lab.Authority.Issue("ablage@stadt.example"), _lab.Authority.Issue("ablage@stadt.example"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, OutboxProtection.ByGateway)]
    [InlineData(false, OutboxProtection.Plain)]
    public async Task It_lies_encrypted_and_arrives_as_it_was_signed(bool byGateway, OutboxProtection protection)
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server, _first);
        var mail = await services.EnqueueAsync(Message(byGateway ? MailProtection.ByGateway : MailProtection.Plain("an invitation to everybody")));
        var resting = Encoding.Latin1.GetString(_database.Bytes());

        (await services.WorkAsync()).Settled.Should().Be(1);

        resting.Should().NotContain(Canary).And.NotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))[..20]).And.NotContain("multipart/signed");
        mail.Protection.Should().Be(protection);
        server.Mail.Should().Contain("multipart/signed").And.Contain(Canary);
        server.Mail.Contains("X-Encrypt: yes", StringComparison.Ordinal).Should().Be(byGateway);
        (await _lab.ReadAsync(Encoding.Latin1.GetBytes(server.Mail))).Verdict.Should().BeOfType<SignatureVerdict.Valid>();
    }

    [Fact]
    public async Task Who_has_a_key_gets_ciphertext_and_the_other_one_goes_to_the_gateway()
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server, _first);
        await using var scope = services.CreateAsyncScope();
        var mails = await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(Message(MailProtection.EncryptedOrGateway) with { To = [MailLab.Office, RelayLab.Citizen] }, Cancelled);

        mails.Select(mail => mail.Protection).Should().Equal(OutboxProtection.Encrypted, OutboxProtection.ByGateway);
    }

    [Fact]
    public async Task A_guarantee_that_was_withdrawn_keeps_it_until_it_is_given_again()
    {
        await using var server = new ScriptedServer();
        await using (var services = await ApplicationAsync(server, _first))
            await services.EnqueueAsync(Message(MailProtection.ByGateway));
        await using (var without = await ApplicationAsync(server, _first, options => (options.Policy, options.Gateway.EncryptsOrRefuses) = (MailPolicy.RequireEncryption, false)))
            (await without.WorkAsync()).Should().Be(new OutboxRun(1, 0, 0));
        server.Commands.Should().BeEmpty("nobody was connected to");
        server.Mail.Should().BeEmpty();

        _lab.Clock.Advance(TimeSpan.FromMinutes(2));
        await using var again = await ApplicationAsync(server, _first);
        (await again.WorkAsync()).Settled.Should().Be(1);
        server.Mail.Should().Contain(Canary);
    }

    [Fact]
    public async Task A_key_that_was_exchanged_opens_as_long_as_it_is_named()
    {
        await using var server = new ScriptedServer();
        await using (var services = await ApplicationAsync(server, _first))
            await services.EnqueueAsync(Message(MailProtection.ByGateway));
        await using (var without = await ApplicationAsync(server, _second))
        {
            (await without.WorkAsync()).Settled.Should().Be(0);
            var waiting = (await without.Operations().ListAsync(new OutboxFilter(), Cancelled).ToListAsync(Cancelled)).Single();
            waiting.Recipients.Single().Should().Match<OutboxRecipient>(recipient => recipient.State == OutboxRecipientState.Deferred && recipient.Code == SecureMailErrors.OutboxStorageKey);
        }

        _lab.Clock.Advance(TimeSpan.FromMinutes(2));
        await using var both = await ApplicationAsync(server, _second, options => options.Outbox.StorageKeys.Add(_first.ToOptions()));
        (await both.WorkAsync()).Settled.Should().Be(1);
        server.Mail.Should().Contain(Canary);
    }

    [Fact]
    public async Task Content_that_was_exchanged_in_the_database_is_not_sent()
    {
        await using var server = new ScriptedServer();
        await using var services = await ApplicationAsync(server, _first);
        var mail = await services.EnqueueAsync(Message(MailProtection.ByGateway));
        var other = await services.EnqueueAsync(Message(MailProtection.ByGateway) with { Key = "case-2/notice", Text = "another text" });
        await _database.ExecuteAsync($"UPDATE MailOutboxContents SET Content = (SELECT Content FROM MailOutboxContents WHERE Id = '{other.Id}') WHERE Id = '{mail.Id}'");

        await services.WorkAsync();
        await services.WorkAsync();

        (await services.ReadAsync(mail)).Recipients.Single().Should().Match<OutboxRecipient>(recipient => recipient.State == OutboxRecipientState.Failed && recipient.Code == SecureMailErrors.OutboxDamaged);
        (await services.ReadAsync(other)).Recipients.Single().State.Should().Be(OutboxRecipientState.Accepted);
    }

    [Fact]
    public async Task A_key_that_does_not_encrypt_is_refused_at_the_start()
    {
        await using var services = _lab.Services(options => options.Outbox.StorageKeys = [new CertificateOptions { Pem = "nonsense" }]);

        var reading = () => services.GetRequiredService<IOptionsMonitor<SecureMailOptions>>().Get("");

        reading.Should().Throw<OptionsValidationException>().WithMessage("*Outbox:StorageKeys:0*");
    }

    public void Dispose()
    {
        _database.Dispose();
        _lab.Dispose();
    }

    private static SecureMessage Message(MailProtection protection) => new() { To = [RelayLab.Citizen], Subject = "Antrag", Text = Canary, Key = "case-1/notice", Protection = protection };

    private Task<ServiceProvider> ApplicationAsync(ScriptedServer server, ThrowAwayMailKey storage, Action<SecureMailOptions>? change = null) => _database.ApplicationAsync(_lab, options =>
    {
        (options.Smtp.Port, options.Smtp.Security, options.Smtp.TrustAnchorsPem) = (server.Port, SmtpSecurity.Implicit, server.RootPem);
        options.Outbox.StorageKeys = [storage.ToOptions()];
        GatewayPolicyTests.Allow(options);
        change?.Invoke(options);
    });
}
