using BaseComponents.SecureMail;

namespace BaseComponents.Tests.SecureMail.Gateway;

/// <summary>An address that only looks like another one changes nothing: it is refused, and the message says why without repeating it.</summary>
public sealed class LookAlikeAddressTests(RelayLab lab) : IClassFixture<RelayLab>
{
    [Theory]
    [InlineData("steueramt@аmt.example", "not ASCII")]
    [InlineData("steueramt@amt.еxample", "not ASCII")]
    [InlineData("ѕteueramt@amt.example", "not ASCII")]
    [InlineData("steueramt＠amt.example", "not ASCII")]
    [InlineData("steueramt@amt\u3002example", "not ASCII")]
    [InlineData("steueramt@amt.example\u200B", "not ASCII")]
    [InlineData("steueramt@xn--mt-7kc.example", "several scripts")]
    [InlineData("steueramt@amt.xn--a-0.example", "several scripts")]
    [InlineData("steueramt@amt.example.", "ends in a dot")]
    [InlineData("\"steueramt\"@amt.example", "quoted")]
    [InlineData("\"steueramt@amt.example\"@fremd.example", "quoted")]
    [InlineData("steueramt\\@amt.example@fremd.example", "quoted")]
    [InlineData("steueramt(Amt)@amt.example", "comment")]
    [InlineData("steueramt@amt.example(x@fremd.example)", "comment")]
    [InlineData("@fremd.example:steueramt@amt.example", "route")]
    [InlineData("Amt <steueramt@amt.example>", "name")]
    [InlineData("steueramt@amt.example,x@fremd.example", "list")]
    [InlineData("steueramt@amt.example@fremd.example", "exactly one @")]
    [InlineData("steueramt", "exactly one @")]
    [InlineData("steueramt@amt.example\r\nRCPT TO:<x@fremd.example>", "line breaks")]
    [InlineData("steueramt\0@amt.example", "control characters")]
    [InlineData("", "empty")]
    public async Task ItIsRefusedWithAReason(string address, string reason)
    {
        await using var server = new RecordingServer();
        var message = new SecureMessage { To = [MailLab.Office], Bcc = [address], Subject = "x", Text = "x", Protection = MailProtection.EncryptedOrGateway };

        var fault = await lab.FaultAsync(server, message, GatewayPolicyTests.Allow);

        (fault.Code, fault.RecipientIndex).Should().Be((SecureMailErrors.AddressInvalid, 1));
        fault.Message.Should().Contain(reason).And.NotContain("fremd").And.NotContain("steueramt");
        server.Wire.Length.Should().Be(0);
    }

    /// <summary>A domain of one script, in its ASCII form, is a domain of its own; it gets nobody else's key.</summary>
    [Theory]
    [InlineData("steueramt@xn--bcher-kva.example")]
    [InlineData("steueramt@xn--80aa0cbo65f.example")]
    [InlineData("steueramt@amt.example.org")]
    [InlineData("steueramt@amt-example.org")]
    public async Task ADomainOfItsOwnHasNoKey(string address)
    {
        await using var server = new RecordingServer();

        (await lab.FaultAsync(server, new SecureMessage { To = [address], Subject = "x", Text = "x" })).Code.Should().Be(SecureMailErrors.NoCertificate);
    }
}
