using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Reports;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail.Relays;

/// <summary>Our client and a relay that nobody here wrote.</summary>
public sealed class PostfixRelaysTests(PostfixPeer postfix) : IClassFixture<PostfixPeer>, IDisposable
{
    private const string Sender = "antrag@stadt.example";
    private const string Canary = "Kanarienvogel4711";
    private readonly ThrowAwayMailAuthority _authority = new(TimeProvider.System);
    private static readonly SecureMessage _message = new() { To = [PostfixPeer.Known], Subject = "Antrag", Text = Canary };

    [Fact]
    public async Task TheMailArrivesByteForByteAndOpensslOpensIt()
    {
        OrSkip();
        using var openssl = OpenSsl.OrSkip();
        var (services, keys) = Services();
        await using var owned = services;
        var client = services.GetRequiredService<ISecureMailClient>();
        // Lines with a dot at their beginning, and long ones: what relays are apt to change.
        var message = _message with { Text = $"{Canary}\r\n.\r\n..\r\nFrom here\r\n{new string('x', 900)}  \r\n", Protection = MailProtection.Plain("test"), Key = "same" };

        var plain = await client.SendAsync(message, TestContext.Current.CancellationToken);
        var arrived = await postfix.Sink.WaitAsync(PostfixPeer.Known, plain.MessageId);
        var receipt = await client.SendAsync(_message, TestContext.Current.CancellationToken);
        var encrypted = await postfix.Sink.WaitAsync(PostfixPeer.Known, receipt.MessageId);

        receipt.ServerReply.Should().Contain("queued as");
        Own(arrived.Octets).Length.Should().Be((int)plain.Size);
        Own(encrypted.Octets).Length.Should().Be((int)receipt.Size);
        Encoding.Latin1.GetString(encrypted.Octets).Should().NotContain(Canary);
        var (mail, key, root) = (openssl.File("mail.eml", encrypted.Octets), openssl.File("office.pem", keys[PostfixPeer.Known].CertificatePem + "\n" + keys[PostfixPeer.Known].KeyPem), openssl.File("root.pem", _authority.AnchorPem));
        await openssl.RunAsync("cms", "-decrypt", "-in", mail, "-recip", key, "-inkey", key, "-out", openssl.PathOf("signed.eml"));
        await openssl.RunAsync("cms", "-verify", "-in", openssl.PathOf("signed.eml"), "-CAfile", root, "-purpose", "smimesign", "-out", openssl.PathOf("content.txt"));
        Encoding.Latin1.GetString(openssl.Read("content.txt")).Should().Contain(Canary);
        await openssl.RunAsync("cms", "-verify", "-in", openssl.File("plain.eml", arrived.Octets), "-CAfile", root, "-purpose", "smimesign", "-out", openssl.PathOf("plain.txt"));
    }

    [Fact]
    public async Task WithoutTheRightPasswordNothingIsTaken()
    {
        OrSkip();

        var fault = await FaultAsync(_message, options => options.Smtp.Password = "wrong");

        (fault.Code, fault.Outcome).Should().Be((SecureMailErrors.AuthenticationFailed, MailOutcome.NotSent));
        (await FaultAsync(_message, options => options.Smtp.User = null)).Code.Should().Be(SecureMailErrors.Rejected);
    }

    [Fact]
    public async Task AnotherRootIsNotTrusted()
    {
        OrSkip();

        (await FaultAsync(_message, options => options.Smtp.TrustAnchorsPem = _authority.AnchorPem)).Code.Should().Be(SecureMailErrors.TlsUntrusted);
    }

    [Theory]
    [InlineData(PostfixPeer.Refused, SecureMailErrors.Rejected, false)]
    [InlineData(PostfixPeer.Busy, SecureMailErrors.Busy, true)]
    public async Task OneRecipientThatIsRefusedStopsItsMailAndIsCountedNotNamed(string recipient, string code, bool isTransient)
    {
        OrSkip();

        var fault = await FaultAsync(_message with { To = [PostfixPeer.Known, recipient], Subject = "refused-" + code });

        (fault.Code, fault.IsTransient, fault.RecipientIndex, fault.Outcome).Should().Be((code, isTransient, 1, MailOutcome.NotSent));
        fault.ToString().Should().NotContain("niemand").And.NotContain("spaeter").And.NotContain("steueramt");
    }

    [Fact]
    public async Task OfABlindCopyThatIsRefusedTheOthersArrive()
    {
        OrSkip();

        var fault = await FaultAsync(_message with { To = [PostfixPeer.Known], Bcc = [PostfixPeer.Refused, PostfixPeer.AlsoKnown] });

        fault.Parts.Select(part => part.State).Should().Equal(MailPartState.Accepted, MailPartState.NotSent, MailPartState.Accepted);
        var first = await postfix.Sink.WaitAsync(PostfixPeer.Known, fault.Parts[0].MessageId);
        var copy = await postfix.Sink.WaitAsync(PostfixPeer.AlsoKnown, fault.Parts[2].MessageId);
        (first.Recipients, copy.Recipients).Should().BeEquivalentTo((new[] { PostfixPeer.Known }, new[] { PostfixPeer.AlsoKnown }));
        Encoding.Latin1.GetString(first.Octets).Should().NotContain("bauamt").And.NotContain("niemand");
    }

    [Fact]
    public async Task TheRelaysSizeIsRespectedBeforeAndAfterItIsKnown()
    {
        OrSkip();
        var (services, _) = Services();
        await using var owned = services;
        var client = services.GetRequiredService<ISecureMailClient>();
        var opened = 0;
        var large = new SecureAttachment { FileName = "a.bin", Length = 150_000, OpenAsync = _ => { opened++; return ValueTask.FromResult<Stream>(new MemoryStream(new byte[150_000])); } };
        var sending = () => client.SendAsync(_message with { Attachments = [large] }, TestContext.Current.CancellationToken);

        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MessageTooLarge);
        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MessageTooLarge);

        opened.Should().Be(1);
    }

    /// <summary>ENVID is what a report on an encrypted mail is recognised by.</summary>
    [Fact]
    public async Task AReportNamesTheMailByItsEnvelopeId()
    {
        OrSkip();
        var (services, _) = Services(options => options.Smtp.RequestDeliveryReports = true);
        await using var owned = services;

        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(_message, TestContext.Current.CancellationToken);

        var report = Encoding.Latin1.GetString((await postfix.Sink.WaitAsync(Sender, $"Original-Envelope-Id: {receipt.MessageId}")).Octets);
        report.Should().Contain("report-type=delivery-status").And.Contain("Action: ").And.Contain("text/rfc822-headers").And.NotContain("pkcs7-mime\r\n\r\nMI");
    }

    /// <summary>Its reports are matched with the outbox: of what it handed on, and of what came back to it.</summary>
    [Theory]
    [InlineData(PostfixPeer.Known, "Action: relayed", RecipientDeliveryState.Relayed)]
    [InlineData(PostfixPeer.Bouncing, "Action: failed", RecipientDeliveryState.Failed)]
    public async Task ItsReportsAreMatchedWithTheOutbox(string recipient, string action, RecipientDeliveryState state)
    {
        OrSkip();
        var (services, _) = Services(options => options.Smtp.RequestDeliveryReports = true, static mail => mail.AddInMemoryOutbox());
        await using var owned = services;
        await using var scope = services.CreateAsyncScope();
        var mail = (await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(_message with { To = [recipient], Key = recipient }, TestContext.Current.CancellationToken)).Single();
        await services.GetRequiredService<ISecureMailOutboxWorker>().RunOnceAsync(TestContext.Current.CancellationToken);

        var report = (await postfix.Sink.WaitAsync(Sender, mail.EnvelopeId)).Octets;
        Encoding.Latin1.GetString(report).Should().Contain(action);
        await using var received = await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(report), TestContext.Current.CancellationToken);
        var result = await services.GetRequiredService<ISecureMailReports>().TakeAsync(received, TestContext.Current.CancellationToken);

        result.Outcome.Should().Be(MailReportOutcome.Recorded);
        result.Mail!.Recipients.Single().Delivery!.State.Should().Be(state);
        if (state is RecipientDeliveryState.Failed)
            (result.Mail.Recipients[0].Delivery!.Status, result.Mail.Recipients[0].Delivery!.DiagnosticCode).Should().Be((new EnhancedStatus(5, 2, 2), 552));
    }

    [Fact]
    public async Task WhatIsLeftToTheGatewayCarriesItsWordsOutsideTheSignature()
    {
        OrSkip();
        using var openssl = OpenSsl.OrSkip();
        var (services, _) = Services(options =>
        {
            (options.Policy, options.Gateway.EncryptsOrRefuses) = (MailPolicy.GatewayFallback, true);
            options.Gateway.ByGateway = new GatewayInstructionOptions { SubjectTag = "[secure]", Headers = [new GatewayHeaderOptions { Name = "X-Encrypt", Value = "yes" }] };
        });
        await using var owned = services;

        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(_message with { Protection = MailProtection.ByGateway }, TestContext.Current.CancellationToken);

        var arrived = await postfix.Sink.WaitAsync(PostfixPeer.Known, receipt.MessageId);
        Encoding.Latin1.GetString(arrived.Octets).Should().Contain("X-Encrypt: yes").And.Contain("Subject: [secure] Antrag").And.Contain("ESMTPSA");
        await openssl.RunAsync("cms", "-verify", "-in", openssl.File("mail.eml", arrived.Octets), "-CAfile", openssl.File("root.pem", _authority.AnchorPem), "-purpose", "smimesign", "-out", openssl.PathOf("content.txt"));
        Encoding.Latin1.GetString(openssl.Read("content.txt")).Should().NotContain("[secure]").And.NotContain("X-Encrypt").And.Contain("Subject: Antrag");
    }

    public void Dispose() => _authority.Dispose();

    // Postfix puts Return-Path, Delivered-To and Received on top.
    private static byte[] Own(byte[] octets) => octets[octets.AsSpan().IndexOf("From: "u8)..];

    private void OrSkip()
    {
        if (postfix.Missing is { } why)
            Assert.Skip(why);
    }

    private async Task<SecureMailException> FaultAsync(SecureMessage message, Action<SecureMailOptions>? change = null)
    {
        var (services, _) = Services(change);
        await using var owned = services;
        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(message);
        return (await sending.Should().ThrowAsync<SecureMailException>()).Which;
    }

    private (ServiceProvider Services, Dictionary<string, ThrowAwayMailKey> Keys) Services(Action<SecureMailOptions>? change = null, Action<SecureMailBuilder>? build = null)
    {
        string[] people = [PostfixPeer.Known, PostfixPeer.AlsoKnown, PostfixPeer.Refused, PostfixPeer.Busy, PostfixPeer.Bouncing];
        var keys = people.Take(1).ToDictionary(address => address, address => _authority.Issue(address));
        var others = people.Skip(1).Select(address => _authority.Issue(address));
        var services = new ServiceCollection().AddLogging();
        var mail = services.AddSecureMail(new ConfigurationBuilder().Build().GetSection("BaseComponents:SecureMail")).Configure(options =>
        {
            options.Environment = SecureMailEnvironment.Test;
            (options.Smtp.Host, options.Smtp.Port, options.Smtp.TrustAnchorsPem) = ("127.0.0.1", postfix.Port, postfix.RootPem);
            (options.Smtp.User, options.Smtp.Password) = (PostfixPeer.User, PostfixPeer.Password);
            (options.Sender.Address, options.Sender.Certificate, options.TrustAnchorsPem) = (Sender, _authority.Issue(Sender).ToOptions(), _authority.AnchorPem);
            options.Recipients = [.. keys.Values.Concat(others).Select(key => key.ToRecipient())];
            change?.Invoke(options);
        });
        build?.Invoke(mail);
        return (services.BuildServiceProvider(), keys);
    }
}
