using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Mime;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BaseComponents.Tests.SecureMail.Gateway;

/// <summary>The gateway's marks are believed only where nobody else can have written them.</summary>
public sealed class GatewayMarkTests(RelayLab lab) : IClassFixture<RelayLab>
{
    private const string Top = "Received: from smgw.land.example (smgw.land.example [10.1.2.3])\r\n\tby mail.stadt.example (Postfix) with ESMTPS id 4711\r\n\tfor <x@stadt.example>; Fri, 27 Nov 2026 10:00:00 +0100\r\n";
    private const string OfGateway = "Received: from out.fremd.example (out.fremd.example [203.0.113.5])\r\n\tby smgw.land.example with ESMTPS id 1; Fri, 27 Nov 2026 09:59:00 +0100\r\n";
    private const string Mark = "X-Gateway-Decrypted: yes\r\n";
    private const string Rest = "From: a@fremd.example\r\nTo: x@stadt.example\r\nSubject: [entschluesselt] Antrag\r\nMessage-ID: <1@fremd.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nText\r\n";
    private const string Socket = "Received: from mail.stadt.example by mail.stadt.example with LMTP id 9; Fri, 27 Nov 2026 10:00:01 +0100\r\n";
    private const string Loopback = "Received: from mail.stadt.example (localhost [127.0.0.1]) by mail.stadt.example (Postfix) with ESMTP id 9; Fri, 27 Nov 2026 10:00:01 +0100\r\n";

    [Theory]
    [InlineData(Mark + Top + OfGateway)]
    [InlineData(Top + Mark + OfGateway)]
    [InlineData(Socket + Top + Mark + OfGateway)]
    [InlineData(Loopback + Mark + Top + OfGateway)]
    [InlineData("Return-Path: <a@fremd.example>\r\n" + Top + "x-gateway-decrypted:  YES \r\n" + OfGateway)]
    public void AMarkAboveTheGatewaysOwnHeaderIsBelieved(string header) => Read(header + Rest).Should().Be(GatewayMark.Decrypted);

    public static TheoryData<string> Forged { get; } =
    [
        Mark,
        Top + OfGateway + Mark,
        Mark + Top,
        Mark + OfGateway + Top,
        Mark + Top.Replace("10.1.2.3", "203.0.113.5") + OfGateway,
        Mark + Top.Replace("from smgw.land.example (smgw.land.example [10.1.2.3])", "from [10.1.2.3]") + OfGateway,
        Mark + Top.Replace("from smgw.land.example (smgw.land.example [10.1.2.3])", "from [203.0.113.5] (helo=[10.1.2.3])") + OfGateway,
        Mark + Top.Replace("(smgw.land.example [10.1.2.3])", "([10.1.2.3]) by mail.stadt.example (unknown [203.0.113.5])") + OfGateway,
        Mark + Top.Replace("(smgw.land.example [10.1.2.3])", "([10.1.2.3]) by mail.stadt.example (x (unknown [203.0.113.5])") + OfGateway,
        Mark + Top.Replace("(smgw.land.example [10.1.2.3])", "([10.1.2.3]) by mail.stadt.example; (unknown [203.0.113.5])") + OfGateway,
        Mark + Top.Replace("(smgw.land.example [10.1.2.3])", "([10.1.2.3]) \"(unknown [203.0.113.5])") + OfGateway,
        Mark + Top.Replace("(smgw.land.example [10.1.2.3])", "([10.1.2.3]) (unknown [203.0.113.5])") + OfGateway,
        Mark + Top.Replace("(smgw.land.example [10.1.2.3])", "(unknown [203.0.113.5] [10.1.2.3])") + OfGateway,
        Mark + Top.Replace("by mail.stadt.example", "by mail.fremd.example") + OfGateway,
        Mark + Top + OfGateway.Replace("by smgw.land.example", "by mail.fremd.example"),
        Mark + Loopback.Replace("127.0.0.1", "203.0.113.5") + Top + OfGateway,
        Mark + Socket.Replace("LMTP", "ESMTP") + Top + OfGateway,
        Mark + Socket.Replace("from mail.stadt.example", "from mail.fremd.example") + Top + OfGateway,
        string.Concat(Enumerable.Repeat(Loopback, 50)) + Mark + Top + OfGateway,
        "Received: " + new string('(', 5000) + ";\r\n" + Mark + Top + OfGateway,
        Top + "X-Gateway-Decrypted: yes indeed\r\n" + OfGateway,
        Top + "X-Gateway-Decrypted2: yes\r\n" + OfGateway,
    ];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Forged))]
    public void AMarkThatAnybodyCouldHaveWrittenIsNone(string header) => Read(header + Rest).Should().Be(GatewayMark.None);

    [Fact]
    public void ATagInTheSubjectNeedsTheGuaranteeThatForgedOnesAreRemoved()
    {
        var mail = Top + OfGateway + Rest;

        Read(mail, options => options.Marks = [Tag()]).Should().Be(GatewayMark.None);
        Read(mail, options => (options.Marks, options.RemovesForgedMarks) = ([Tag()], true)).Should().Be(GatewayMark.Decrypted);
        Read(mail.Replace("Subject:", "Subject: x\r\nSubject:"), options => (options.Marks, options.RemovesForgedMarks) = ([Tag()], true)).Should().Be(GatewayMark.None);
        Read(Rest, options => (options.Marks, options.RemovesForgedMarks) = ([Tag()], true)).Should().Be(GatewayMark.None);
        Read(Top + OfGateway + Mark + Rest, options => options.RemovesForgedMarks = true).Should().Be(GatewayMark.Decrypted);
    }

    [Fact]
    public void WhatIsCalledGoodAndBadIsBad()
    {
        GatewayMarkRuleOptions[] rules = [Rule("X-A", GatewayMark.SignatureGood), Rule("X-B", GatewayMark.SignatureBad), Rule("X-C", GatewayMark.Decrypted)];

        Read(Top + "X-A: yes\r\nX-B: yes\r\nX-C: yes\r\n" + OfGateway + Rest, options => options.Marks = [.. rules]).Should().Be(GatewayMark.SignatureBad | GatewayMark.Decrypted);
        Read(Top + "X-A: yes\r\n" + OfGateway + Rest, options => options.Marks = [.. rules]).Should().Be(GatewayMark.SignatureGood);
    }

    [Fact]
    public async Task OnlyMailFromTheMailboxHasMarksAndTheVerdictIsTheSame()
    {
        await using var services = lab.Lab.Services(options => Fill(options.Gateway.Incoming));
        var reader = services.GetRequiredService<ISecureMailReader>();
        var octets = Encoding.ASCII.GetBytes(Mark + Top + OfGateway + Rest);

        var ofFile = await reader.OpenAsync(new MemoryStream(octets), TestContext.Current.CancellationToken);
        var ofMailbox = await ((SecureMailReader)reader).OpenAsync(new MemoryStream(octets), lab.Lab.Clock.GetUtcNow(), MailPlace.Mailbox, TestContext.Current.CancellationToken);

        (ofFile.Gateway, ofMailbox.Gateway).Should().Be((GatewayMark.None, GatewayMark.Decrypted));
        ofMailbox.Verdict.Should().BeOfType<SignatureVerdict.NotSigned>();
        ofMailbox.IsEncrypted.Should().BeFalse();
    }

    [Fact]
    public void WithoutConfigurationNoMarkIsBelieved() => Read(Mark + Top + OfGateway + Rest, options => options.Marks = []).Should().Be(GatewayMark.None);

    private static GatewayMark Read(string mail, Action<GatewayMarkOptions>? change = null)
    {
        var options = new GatewayMarkOptions();
        Fill(options);
        change?.Invoke(options);
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(mail));
        return GatewayMarks.Of(MimeMessage.Load(stream, TestContext.Current.CancellationToken).Headers, options);
    }

    private static void Fill(GatewayMarkOptions options)
    {
        (options.MailboxServer, options.GatewayServer, options.GatewayAddresses) = ("mail.stadt.example", "smgw.land.example", ["10.1.2.3"]);
        options.Marks = [Rule("X-Gateway-Decrypted", GatewayMark.Decrypted)];
    }

    private static GatewayMarkRuleOptions Rule(string header, GatewayMark meaning) => new() { Header = header, Value = "yes", Meaning = meaning };

    private static GatewayMarkRuleOptions Tag() => new() { SubjectTag = "[entschluesselt]", Meaning = GatewayMark.Decrypted };
}
