using System.Security.Cryptography.Pkcs;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit.Cryptography;

namespace BaseComponents.Tests.SecureMail.Gateway;

/// <summary>Whom nobody else may see gets a mail of its own, and what became of each mail is said.</summary>
public sealed class BlindCopyTests(RelayLab lab) : IClassFixture<RelayLab>
{
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Bcc = [RelayLab.Council], Subject = "Antrag", Text = RelayLab.Canary, Key = "case-1" };

    [Fact]
    public async Task EachBlindCopyIsAMailOfItsOwnWithoutATraceInTheOthers()
    {
        await using var server = new RecordingServer();

        var receipt = await lab.SendAsync(server, _message);

        server.Mails.Select(mail => mail.Recipients.Single()).Should().Equal(MailLab.Office, RelayLab.Council);
        server.Mails.Should().OnlyContain(mail => !mail.Text.Contains("rat@") && !mail.Mail.Headers.Any(header => header.Field.Contains("bcc", StringComparison.OrdinalIgnoreCase)));
        server.Mails.Should().OnlyContain(mail => mail.Mail.To.ToString() == MailLab.Office);
        server.Mails.Should().OnlyContain(mail => CertificatesOf(mail) == 1);
        receipt.Parts.Select(part => part.Recipients.Single()).Should().Equal(0, 1);
        receipt.Parts.Should().OnlyContain(part => part.State == MailPartState.Accepted && part.ServerReply!.Contains("4711"));
    }

    [Fact]
    public async Task TheBlindCopyCanBeReadByItsRecipientAndByNobodyElse()
    {
        await using var server = new RecordingServer();
        await lab.SendAsync(server, _message);

        var read = await lab.Lab.ReadAsync(server.Mails[1].Octets, options => options.DecryptionKeys = [lab.CouncilKey.ToOptions()]);
        var reading = () => lab.Lab.ReadAsync(server.Mails[1].Octets, options => options.DecryptionKeys = [lab.Lab.OfficeKey.ToOptions()]);

        read.Text.Should().Contain(RelayLab.Canary);
        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.CannotDecrypt);
    }

    [Fact]
    public async Task TheSameKeyGivesEachPartTheSameMessageIdWhoeverElseIsThere()
    {
        await using var server = new RecordingServer();

        var first = await lab.SendAsync(server, _message);
        var second = await lab.SendAsync(server, _message with { Bcc = ["RAT@stadt.example"] });
        var alone = await lab.SendAsync(server, _message with { Bcc = [] });

        second.Parts.Select(part => part.MessageId).Should().Equal(first.Parts.Select(part => part.MessageId));
        alone.MessageId.Should().Be(first.MessageId);
        first.Parts.Select(part => part.MessageId).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task ABlindCopyThatIsRefusedLeavesTheOthersSentAndSaysSo()
    {
        await using var server = new RecordingServer { Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) && line.Contains("rat@") ? "550 5.1.1 rat@stadt.example unknown" : null };

        var fault = await lab.FaultAsync(server, _message with { To = [MailLab.Office], Bcc = [RelayLab.Council, MailLab.Sender] }, options => options.Recipients.Add(lab.Lab.SenderKey.ToRecipient()));

        (fault.Code, fault.Outcome, fault.RecipientIndex, fault.IsTransient).Should().Be((SecureMailErrors.PartlySent, MailOutcome.Partly, 1, false));
        fault.Parts.Select(part => (part.State, part.Code)).Should().Equal(
            (MailPartState.Accepted, null), (MailPartState.NotSent, SecureMailErrors.Rejected), (MailPartState.Accepted, null));
        fault.ToString().Should().NotContain("rat@").And.NotContain("steueramt");
    }

    [Fact]
    public async Task AServerThatBreaksOffEndsItAndAnswersThatWereLostAreUnknown()
    {
        var dots = 0;
        await using var server = new RecordingServer { Answer = line => line == "." && ++dots == 2 ? "" : null };

        var fault = await lab.FaultAsync(server, _message with { Bcc = [RelayLab.Council, MailLab.Sender] }, options => options.Recipients.Add(lab.Lab.SenderKey.ToRecipient()));

        (fault.Code, fault.Outcome).Should().Be((SecureMailErrors.PartlySent, MailOutcome.Partly));
        fault.Parts.Select(part => (part.State, part.Code)).Should().Equal(
            (MailPartState.Accepted, null), (MailPartState.Unknown, SecureMailErrors.OutcomeUnknown), (MailPartState.NotSent, null));
    }

    [Fact]
    public async Task WhatNobodyTookIsNoPartialSuccess()
    {
        await using var server = new RecordingServer { Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal) ? "451 4.3.0 later" : null };

        var fault = await lab.FaultAsync(server, _message);

        (fault.Code, fault.Outcome, fault.IsTransient).Should().Be((SecureMailErrors.Busy, MailOutcome.NotSent, true));
        fault.Parts.Should().OnlyContain(part => part.State == MailPartState.NotSent).And.HaveCount(2);
    }

    /// <summary>The fault of the last one must come before the first one is sent.</summary>
    [Fact]
    public async Task ABlindCopyWithoutAKeyStopsAllBeforeTheFirstByte()
    {
        await using var server = new RecordingServer();

        var fault = await lab.FaultAsync(server, _message with { Bcc = [RelayLab.Council, RelayLab.Citizen] });

        (fault.Code, fault.RecipientIndex).Should().Be((SecureMailErrors.NoCertificate, 2));
        server.Wire.Length.Should().Be(0);
    }

    [Fact]
    public async Task CancellationAfterTheFirstMailDoesNotLoseTheRest()
    {
        using var cancellation = new CancellationTokenSource();
        var dots = 0;
        await using var server = new RecordingServer
        {
            Answer = line =>
            {
                if (line == "." && ++dots == 1)
                    cancellation.Cancel();
                return null;
            },
        };
        await using var services = lab.Services(server);

        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(_message, cancellation.Token);

        receipt.Parts.Should().HaveCount(2);
    }

    [Fact]
    public async Task EverybodyIsNamedOnceAndCounted()
    {
        (await lab.Lab.RefusalAsync(_message with { Bcc = [MailLab.Office.ToUpperInvariant()] })).Code.Should().Be(SecureMailErrors.MessageInvalid);
        (await lab.Lab.RefusalAsync(_message with { To = [], Bcc = [MailLab.Office] })).Code.Should().Be(SecureMailErrors.MessageInvalid);
        (await lab.Lab.RefusalAsync(_message with { Bcc = [.. Enumerable.Range(0, 50).Select(number => $"a{number}@b.example")] })).Code.Should().Be(SecureMailErrors.MessageInvalid);
        (await lab.Lab.RefusalAsync(_message with { Bcc = ["a b@c.example"] })).RecipientIndex.Should().Be(1);
    }

    [Fact]
    public async Task OneFileIsOneMail()
    {
        await using var services = lab.Lab.Services();

        var sealing = () => services.GetRequiredService<ISecureMailClient>().SealAsync(_message, Stream.Null);

        (await sealing.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MessageInvalid);
    }

    private static int CertificatesOf(RecordedMail mail)
    {
        using var content = new MemoryStream();
        ((ApplicationPkcs7Mime)mail.Mail.Body!).Content!.DecodeTo(content);
        var envelope = new EnvelopedCms();
        envelope.Decode(content.ToArray());
        return envelope.RecipientInfos.Count;
    }
}
