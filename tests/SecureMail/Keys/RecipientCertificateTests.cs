using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Keys;

/// <summary>Where the certificate of a recipient comes from, and which one of several is taken.</summary>
public sealed class RecipientCertificateTests(MailLab lab) : IClassFixture<MailLab>
{
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Antrag", Text = "Text" };

    [Fact]
    public async Task ASourceOfTheApplicationIsAsked()
    {
        (await RefusalAsync(new Register(lab.OfficeKey))).Code.Should().Be(SecureMailErrors.ServerUnreachable);
        (await RefusalAsync(new Register())).Code.Should().Be(SecureMailErrors.NoCertificate);
    }

    [Fact]
    public async Task WhoeverIsPinnedIsLookedUpNowhereElse()
    {
        var register = new Register(lab.OfficeKey);
        var expired = lab.Authority.Issue(MailLab.Office, lab.Clock.GetUtcNow().AddYears(-2), lab.Clock.GetUtcNow().AddDays(-1));

        var fault = await lab.RefusalAsync(_message, options => options.Recipients = [expired.ToRecipient()], mail => mail.AddCertificateSource(_ => register));

        (fault.Code, register.Asked).Should().Be((SecureMailErrors.CertificateExpired, 0));
        fault.Message.Should().Contain("configured certificate");
    }

    [Fact]
    public async Task TheFirstSourceThatKnowsTheAddressDecides()
    {
        var (silent, first, second) = (new Register(), new Register(lab.SenderKey), new Register(lab.OfficeKey));

        var fault = await RefusalAsync(silent, first, second);

        (fault.Code, silent.Asked, second.Asked).Should().Be((SecureMailErrors.CertificateUnsuitable, 1, 0));
        fault.Message.Should().Contain("certificate in the directory belongs to another address");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ASourceThatCannotSayStopsTheMail(bool isTransient)
    {
        var failing = new Register { Failure = new SecureMailException(SecureMailErrors.DirectoryUnavailable, "It is down.") { IsTransient = isTransient } };
        var behind = new Register(lab.OfficeKey);

        var fault = await RefusalAsync(failing, behind);

        (fault.Code, fault.IsTransient, fault.RecipientIndex, fault.Outcome, behind.Asked).Should().Be((SecureMailErrors.DirectoryUnavailable, isTransient, 0, MailOutcome.NotSent, 0));
        fault.Message.Should().Contain("It is down.").And.EndWith("See docs/errors.md#recipient.directory-unavailable");
    }

    [Fact]
    public async Task WhatASourceBreaksOverIsNotRepeated()
    {
        var fault = await RefusalAsync(new Register { Failure = new InvalidOperationException("Erika Mustermann") });

        (fault.Code, fault.IsTransient).Should().Be((SecureMailErrors.DirectoryUnavailable, true));
        fault.ToString().Should().NotContain("Mustermann");
    }

    [Fact]
    public async Task PlainMailAsksNobody()
    {
        var register = new Register(lab.OfficeKey);

        await lab.RefusalAsync(_message with { Protection = MailProtection.Plain("confirmation") }, null, mail => mail.AddCertificateSource(_ => register));

        register.Asked.Should().Be(0);
    }

    [Fact]
    public async Task TheNewestThatPassesAllChecksIsTaken()
    {
        var now = lab.Clock.GetUtcNow();
        using var stranger = TestKeys.Authority(lab.Clock, "stranger");
        var (old, good) = (lab.Authority.Issue(MailLab.Office, now.AddDays(-300)), lab.Authority.Issue(MailLab.Office, now.AddDays(-10)));
        ThrowAwayMailKey[] unsuitable =
        [
            lab.Authority.Issue(MailLab.Office, now.AddDays(1)), lab.Authority.Issue(MailLab.Office, now.AddDays(-5), now.AddDays(-1)), stranger.Issue(MailLab.Office),
            lab.Authority.Issue(MailLab.Sender), lab.Authority.Issue(MailLab.Office, EmailProtection, X509KeyUsageFlags.DigitalSignature),
        ];

        foreach (var order in new ThrowAwayMailKey[][] { [old, good, .. unsuitable], [.. unsuitable, good, old] })
            (await FindAsync(order)).Certificate.ExportCertificatePem().Should().Be(X509Certificate2.CreateFromPem(good.CertificatePem).ExportCertificatePem());
    }

    [Fact]
    public async Task WhereNoneIsSuitableTheReasonsAreCountedAndTheNearestLeads()
    {
        var now = lab.Clock.GetUtcNow();
        using var stranger = TestKeys.Authority(lab.Clock, "stranger");
        ThrowAwayMailKey[] found = [stranger.Issue(MailLab.Office), stranger.Issue(MailLab.Office), lab.Authority.Issue(MailLab.Office, now.AddDays(-9), now.AddDays(-1))];

        var fault = await RefusalAsync(new Register(found));

        fault.Code.Should().Be(SecureMailErrors.CertificateExpired);
        fault.Message.Should().Contain("3 certificates were found, and none may be used: 2 Untrusted, 1 Expired.");
    }

    [Fact]
    public async Task SourcesOfOneSenderAreNotAskedForAnother()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(lab.Clock);
        var section = new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build().GetSection("none");
        var register = new Register(lab.OfficeKey);
        services.AddSecureMail("one", section).Configure(Unpinned).AddCertificateSource(_ => register);
        services.AddSecureMail("other", section).Configure(Unpinned);
        await using var provider = services.BuildServiceProvider();
        var sending = (string name) => () => provider.GetRequiredKeyedService<ISecureMailClient>(name).SendAsync(_message);

        (await sending("one").Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.ServerUnreachable);
        (await sending("other").Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.NoCertificate);
        register.Asked.Should().Be(1);
    }

    [Fact]
    public async Task TheSearchEndsWithTheCaller()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var waiting = new Register { Failure = new OperationCanceledException(gone.Token) };
        await using var services = lab.Services(Unpinned, mail => mail.AddCertificateSource(_ => waiting));

        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(_message, gone.Token);

        await sending.Should().ThrowAsync<OperationCanceledException>();
    }

    private Task<SecureMailException> RefusalAsync(params Register[] sources) =>
        lab.RefusalAsync(_message, Unpinned, mail => Array.ForEach(sources, source => mail.AddCertificateSource(_ => source)));

    private void Unpinned(SecureMailOptions options)
    {
        lab.Fill(options);
        options.Recipients = [];
    }

    private async Task<RecipientKey> FindAsync(params ThrowAwayMailKey[] found)
    {
        var options = new SecureMailOptions();
        Unpinned(options);
        var settings = new MailSettings(options, lab.Clock, [new Register(found)]);
        return (await settings.Recipients.FindAsync(new RecipientPlace(MailLab.Office, 0, 1), settings, TestContext.Current.CancellationToken)).Key;
    }
}
