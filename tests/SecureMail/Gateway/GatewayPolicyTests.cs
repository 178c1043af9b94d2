using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.SecureMail.Gateway;

/// <summary>A mail is left to the gateway only where the message, the sender's policy and the operator's guarantee agree, and only for recipients whose key nobody knows.</summary>
public sealed class GatewayPolicyTests(RelayLab lab) : IClassFixture<RelayLab>
{
    private static readonly SecureMessage _message = new()
    {
        To = [MailLab.Office, RelayLab.Citizen],
        Subject = "Bescheid",
        Text = RelayLab.Canary,
        Key = "case-2",
        Protection = MailProtection.EncryptedOrGateway,
    };

    [Fact]
    public async Task WhoHasAKeyGetsAnEncryptedMailAndTheOthersOneByWayOfTheGateway()
    {
        await using var server = new RecordingServer();

        var receipt = await lab.SendAsync(server, _message, Allow);

        server.Mails.Select(mail => mail.Recipients.Single()).Should().Equal(MailLab.Office, RelayLab.Citizen);
        server.Mails[0].Text.Should().NotContain(RelayLab.Canary).And.Contain("X-Own: already").And.NotContain("X-Encrypt");
        server.Mails[1].Text.Should().Contain(RelayLab.Canary).And.Contain("X-Encrypt: yes").And.Contain("Subject: [secure] Bescheid").And.Contain("multipart/signed");
        server.Mails.Should().OnlyContain(mail => mail.Mail.To.Mailboxes.Count() == 2);
        receipt.Protection.Should().Be(MailProtection.ByGateway);
        receipt.Parts.Select(part => part.Protection).Should().Equal(MailProtection.Encrypted, MailProtection.ByGateway);
    }

    [Fact]
    public async Task TheSignedContentHoldsNoWordForTheGateway()
    {
        await using var server = new RecordingServer();
        await lab.SendAsync(server, _message, Allow);

        var read = await lab.Lab.ReadAsync(server.Mails[1].Octets);

        read.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        (read.Subject, read.SubjectOrigin).Should().Be(("Bescheid", HeaderOrigin.Protected));
        server.Mails[1].Mail.Body!.ToString().Should().NotContain("X-Encrypt").And.NotContain("[secure]");
    }

    [Fact]
    public async Task WhatIsLeftToTheGatewayIsLoggedWithoutPersons()
    {
        await using var server = new RecordingServer();
        var logs = new CollectedLogs();
        await using var services = lab.Services(server, Allow);
        services.GetRequiredService<ILoggerFactory>().AddProvider(logs);

        await services.GetRequiredService<ISecureMailClient>().SendAsync(_message with { Subject = "[secure] Bescheid" }, TestContext.Current.CancellationToken);

        logs.All.Should().Contain("leaves the encryption for 1 recipients to the gateway").And.Contain("1 words in its subject").And.NotContain("buergerin").And.NotContain("Bescheid").And.NotContain(RelayLab.Canary);
    }

    public static TheoryData<string, MailProtection, Action<SecureMailOptions>> Refusals { get; } = new()
    {
        { SecureMailErrors.NoCertificate, MailProtection.Encrypted, Allow },
        { SecureMailErrors.NoCertificate, MailProtection.EncryptedOrGateway, _ => { } },
        { SecureMailErrors.NoCertificate, MailProtection.EncryptedOrGateway, options => options.Gateway.EncryptsOrRefuses = true },
        { SecureMailErrors.GatewayRefused, MailProtection.ByGateway, _ => { } },
        { SecureMailErrors.GatewayRefused, MailProtection.ByGateway, options => options.Gateway.EncryptsOrRefuses = true },
        { SecureMailErrors.PlainRefused, MailProtection.Plain("because"), options => options.PlainReasons = ["confirmation of receipt"] },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Refusals))]
    public async Task WithoutAllConsentsNothingCrossesTheWire(string code, MailProtection protection, Action<SecureMailOptions> change)
    {
        await using var server = new RecordingServer();

        var fault = await lab.FaultAsync(server, _message with { Protection = protection }, change);

        fault.Code.Should().Be(code);
        server.Wire.Length.Should().Be(0);
    }

    /// <summary>Who can make a key expire, be revoked or unfindable must not thereby choose plain text.</summary>
    [Fact]
    public async Task AKeyThatIsKnownButNotGoodStopsTheMail()
    {
        await using var server = new RecordingServer();
        var now = lab.Lab.Clock.GetUtcNow();

        var expired = await lab.FaultAsync(server, _message, options =>
        {
            Allow(options);
            options.Recipients.Add(lab.Lab.Authority.Issue(RelayLab.Citizen, now.AddDays(-9), now.AddDays(-1)).ToRecipient());
        });
        await using var services = lab.Lab.Services(
            options =>
            {
                Allow(options);
                (options.Smtp.Port, options.Smtp.TrustAnchorsPem) = (server.Port, server.RootPem);
            },
            mail => mail.AddCertificateSource(_ => new SilentDirectory()));
        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(_message, TestContext.Current.CancellationToken);

        expired.Code.Should().Be(SecureMailErrors.CertificateExpired);
        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.DirectoryUnavailable);
        server.Wire.Length.Should().Be(0);
    }

    [Fact]
    public async Task TheMessageMayLeaveItToTheGatewayAltogether()
    {
        await using var server = new RecordingServer();

        var receipt = await lab.SendAsync(server, _message with { Protection = MailProtection.ByGateway, Bcc = [RelayLab.Council] }, Allow);

        server.Mails.Select(mail => string.Join(' ', mail.Recipients)).Should().Equal($"{MailLab.Office} {RelayLab.Citizen}", RelayLab.Council);
        server.Mails.Should().OnlyContain(mail => mail.Text.Contains("X-Encrypt: yes") && !mail.Text.Contains("rat@"));
        receipt.Parts.Should().OnlyContain(part => part.Protection == MailProtection.ByGateway);
        receipt.MessageId.Should().Be((await lab.SendAsync(server, _message with { To = [MailLab.Office], Protection = MailProtection.Encrypted })).MessageId);
    }

    [Fact]
    public async Task PlainCarriesItsOwnInstructionAndNoOther()
    {
        await using var server = new RecordingServer();

        var receipt = await lab.SendAsync(server, _message with { Protection = MailProtection.Plain("confirmation") }, options =>
        {
            Allow(options);
            (options.Gateway.Plain.SubjectTag, options.PlainReasons) = ("[open]", ["confirmation"]);
        });

        server.Mails.Single().Text.Should().Contain("Subject: [open] Bescheid").And.NotContain("X-Encrypt").And.NotContain("X-Own").And.NotContain("[secure]");
        receipt.Protection.Reason.Should().Be("confirmation");
    }

    [Fact]
    public async Task AnEncryptedMailMayCarryATagBesideItsHiddenSubject()
    {
        await using var server = new RecordingServer();

        await lab.SendAsync(server, _message with { To = [MailLab.Office] }, options =>
        {
            Allow(options);
            options.Gateway.Encrypted.SubjectTag = "[e2e]";
        });

        server.Mails.Single().Mail.Subject.Should().Be("[e2e] [...]");
        (await lab.Lab.ReadAsync(server.Mails[0].Octets, options => options.DecryptionKeys = [lab.Lab.OfficeKey.ToOptions()])).Subject.Should().Be("Bescheid");
    }

    [Fact]
    public async Task AFileIsNoWayToTheGateway()
    {
        await using var services = lab.Lab.Services(Allow);
        var client = services.GetRequiredService<ISecureMailClient>();
        using var output = new MemoryStream();

        var byGateway = () => client.SealAsync(_message with { Protection = MailProtection.ByGateway }, output);
        var either = () => client.SealAsync(_message, output);

        (await byGateway.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.GatewayRefused);
        (await either.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.NoCertificate);
        output.Length.Should().Be(0);
        (await client.SealAsync(_message with { To = [MailLab.Office] }, output)).Protection.Should().Be(MailProtection.Encrypted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("für erika@web.example")]
    [InlineData("two\nlines")]
    public void AReasonIsAFixedTextWithoutPersons(string reason)
    {
        var plain = () => MailProtection.Plain(reason);

        plain.Should().Throw<ArgumentException>();
    }

    internal static void Allow(SecureMailOptions options)
    {
        (options.Policy, options.Gateway.EncryptsOrRefuses) = (MailPolicy.GatewayFallback, true);
        options.Gateway.ByGateway = new GatewayInstructionOptions { Headers = [new GatewayHeaderOptions { Name = "X-Encrypt", Value = "yes" }], SubjectTag = "[secure]" };
        options.Gateway.Encrypted = new GatewayInstructionOptions { Headers = [new GatewayHeaderOptions { Name = "X-Own", Value = "already" }] };
    }

    private sealed class SilentDirectory : IRecipientCertificateSource
    {
        public Task<IReadOnlyList<RecipientCertificate>> FindAsync(string address, CancellationToken cancellationToken) => throw new TimeoutException();
    }
}
