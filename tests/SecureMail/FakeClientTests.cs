using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail;

public sealed class FakeClientTests
{
    private static readonly SecureMessage _message = new()
    {
        To = ["amt@stadt.example"],
        Subject = "Antrag",
        Text = "Text",
        Attachments = [SecureAttachment.FromBytes("a.pdf", "application/pdf", [1, 2, 3])],
    };

    [Fact]
    public async Task ItCollectsMailsWithTheirAttachments()
    {
        var mailbox = new FakeSecureMailClient();

        var receipt = await mailbox.SendAsync(_message);

        var sent = mailbox.Sent.Should().ContainSingle().Which;
        (sent.Message, sent.Receipt).Should().Be((_message, receipt));
        (await sent.Attachments.Single().ReadAllAsync()).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task ItMakesOneMailForEachBlindCopy()
    {
        var mailbox = new FakeSecureMailClient();
        mailbox.RefuseEncryptionFor("fremd@stadt.example");
        var message = _message with { To = ["amt@stadt.example", "rat@stadt.example"], Bcc = ["kopie@stadt.example"] };

        var receipt = await mailbox.SendAsync(message);
        var refused = () => mailbox.SendAsync(message with { Bcc = ["fremd@stadt.example"] });
        var sealing = () => mailbox.SealAsync(message, Stream.Null);

        receipt.Parts.Select(part => string.Join(' ', part.Recipients)).Should().Equal("0 1", "2");
        (await refused.Should().ThrowAsync<SecureMailException>()).Which.RecipientIndex.Should().Be(2);
        (await sealing.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MessageInvalid);
    }

    [Fact]
    public async Task ItLeavesMailToTheGatewayWhereItMay()
    {
        var mailbox = new FakeSecureMailClient();
        mailbox.RefuseEncryptionFor("buergerin@web.example");
        var message = _message with { To = ["amt@stadt.example", "buergerin@web.example"], Protection = MailProtection.EncryptedOrGateway };
        var sending = () => mailbox.SendAsync(message);
        var leaving = () => mailbox.SendAsync(message with { Protection = MailProtection.ByGateway });

        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.NoCertificate);
        (await leaving.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.GatewayRefused);
        mailbox.AllowsGateway = true;
        var sealing = () => mailbox.SealAsync(message with { Protection = MailProtection.ByGateway }, Stream.Null);

        (await sealing.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.GatewayRefused);
        (await sending()).Parts.Select(part => part.Protection).Should().Equal(MailProtection.Encrypted, MailProtection.ByGateway);
        (await leaving()).Protection.Should().Be(MailProtection.ByGateway);
    }

    [Fact]
    public async Task ItSealsWithoutSending()
    {
        var mailbox = new FakeSecureMailClient();
        using var output = new MemoryStream();

        var seal = await mailbox.SealAsync(_message, output);

        mailbox.Sealed.Should().ContainSingle().Which.Message.Should().Be(_message);
        mailbox.Sent.Should().BeEmpty();
        System.Text.Encoding.ASCII.GetString(output.ToArray()).Should().Contain(seal.MessageId);
    }

    [Fact]
    public async Task ItRefusesWhereItIsToldTo()
    {
        var mailbox = new FakeSecureMailClient();
        mailbox.RefuseEncryptionFor("AMT@stadt.example");
        var sending = () => mailbox.SendAsync(_message);

        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.NoCertificate);
        await mailbox.SendAsync(_message with { Protection = MailProtection.Plain("confirmation") });
        mailbox.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task ItFailsOnceForEachFault()
    {
        var mailbox = new FakeSecureMailClient();
        mailbox.FailNext(new SecureMailException(SecureMailErrors.OutcomeUnknown, "The answer was lost.") { Outcome = MailOutcome.Unknown });
        var sending = () => mailbox.SendAsync(_message);

        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Outcome.Should().Be(MailOutcome.Unknown);
        await mailbox.SendAsync(_message);
        mailbox.Sent.Should().ContainSingle();
    }
}
