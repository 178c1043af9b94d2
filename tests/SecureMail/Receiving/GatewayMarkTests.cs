using System.Text;
using BaseComponents.SecureMail;

namespace BaseComponents.Tests.SecureMail.Receiving;

/// <summary>What the gateway is said to say of a mail from a folder: whoever writes files there writes headers too.</summary>
public sealed class GatewayMarkTests(MailLab lab) : IClassFixture<MailLab>
{
    private const string Marked =
        "X-Gateway-Decrypted: yes\r\nReceived: from smgw.land.example (smgw.land.example [10.1.2.3])\r\n\tby mail.stadt.example (Postfix) with ESMTPS id 4711; Fri, 27 Nov 2026 10:00:00 +0100\r\n" +
        "Received: from out.fremd.example (out.fremd.example [203.0.113.5])\r\n\tby smgw.land.example with ESMTPS id 1; Fri, 27 Nov 2026 09:59:00 +0100\r\n";

    [Theory]
    [InlineData(false, GatewayMark.None)]
    [InlineData(true, GatewayMark.Decrypted)]
    public async Task It_is_believed_only_where_the_own_mail_server_writes_the_folder(bool isServers, GatewayMark expected)
    {
        using var drop = new DropLab();
        drop.Deliver([.. Encoding.ASCII.GetBytes(Marked), .. DropLab.Plain("marked")]);
        await using var services = drop.Services(lab, options => options.FileDrop!.IsWrittenByMailServer = isServers, options =>
        {
            var incoming = options.Gateway.Incoming;
            (incoming.MailboxServer, incoming.GatewayServer, incoming.GatewayAddresses) = ("mail.stadt.example", "smgw.land.example", ["10.1.2.3"]);
            incoming.Marks = [new GatewayMarkRuleOptions { Header = "X-Gateway-Decrypted", Value = "yes", Meaning = GatewayMark.Decrypted }];
        });

        (await DropLab.ReceiveAsync(services, 1)).Single().Gateway.Should().Be(expected);
    }
}
