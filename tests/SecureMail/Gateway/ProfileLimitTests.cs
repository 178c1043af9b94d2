using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.SecureMail.Gateway;

/// <summary>What the gateway and the relay do not take is refused before anything is opened or sealed.</summary>
public sealed class ProfileLimitTests(RelayLab lab) : IClassFixture<RelayLab>
{
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Antrag", Text = "x" };

    [Theory]
    [InlineData(1_000_000, false, 700_000, true)]
    [InlineData(1_000_000, false, 740_000, false)]
    [InlineData(1_000_000, true, 515_000, true)]
    [InlineData(1_000_000, true, 540_000, false)]
    public async Task TheSizeAfterEncodingAndEncryptionCounts(long limit, bool isEncrypted, int length, bool fits)
    {
        await using var server = new RecordingServer();
        var opened = 0;
        var file = SecureAttachment.FromBytes("a.pdf", "application/pdf", new byte[length]);
        file = file with { OpenAsync = token => { opened++; return SecureAttachment.FromBytes("a.pdf", "application/pdf", new byte[length]).OpenAsync(token); } };
        var message = _message with { Attachments = [file], Protection = isEncrypted ? MailProtection.Encrypted : MailProtection.Plain("test") };
        var sending = () => lab.SendAsync(server, message, options => options.Gateway.MaxMessageSize = limit);

        if (fits)
        {
            (await sending()).Size.Should().BeLessThanOrEqualTo(limit);
            return;
        }

        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MessageTooLarge);
        (opened, server.Wire.Length).Should().Be((0, 0L));
    }

    /// <summary>700 kB fit in plain text, and not when they are encrypted: each mail is measured as it is sent.</summary>
    [Theory]
    [InlineData(RelayLab.Citizen, true)]
    [InlineData(MailLab.Office, false)]
    public async Task WhatIsLeftToTheGatewayIsMeasuredAsItIsSent(string recipient, bool fits)
    {
        await using var server = new RecordingServer();
        var message = _message with { To = [recipient], Attachments = [SecureAttachment.FromBytes("a.pdf", "application/pdf", new byte[700_000])], Protection = MailProtection.EncryptedOrGateway };
        var sending = () => lab.SendAsync(server, message, options =>
        {
            GatewayPolicyTests.Allow(options);
            options.Gateway.MaxMessageSize = 1_000_000;
        });

        if (fits)
            (await sending()).Size.Should().BeLessThanOrEqualTo(1_000_000);
        else
            (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MessageTooLarge);
    }

    [Fact]
    public async Task WhatTheRelaySaidOfItsSizeCountsBeforeTheNextMailIsSealed()
    {
        await using var server = new RecordingServer { Offer = "SIZE 200000" };
        await using var services = lab.Services(server);
        var client = services.GetRequiredService<ISecureMailClient>();
        var opened = 0;
        var large = SecureAttachment.FromBytes("a.pdf", "application/pdf", new byte[150_000]);
        large = large with { OpenAsync = token => { opened++; return SecureAttachment.FromBytes("a.pdf", "application/pdf", new byte[150_000]).OpenAsync(token); } };
        var sending = () => client.SendAsync(_message with { Attachments = [large] }, TestContext.Current.CancellationToken);

        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MessageTooLarge);
        var wire = server.Wire.Length;
        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MessageTooLarge);

        (opened, server.Wire.Length).Should().Be((1, wire));
        server.Mails.Should().BeEmpty();
        (await client.SendAsync(_message, TestContext.Current.CancellationToken)).Size.Should().BeLessThan(200_000);
    }

    [Theory]
    [InlineData("brief.docm", "application/octet-stream", true)]
    [InlineData("BRIEF.DOCM", "application/octet-stream", true)]
    [InlineData("brief.docm. ", "application/octet-stream", true)]
    [InlineData("brief.pdf", "application/zip", true)]
    [InlineData("brief.pdf", "APPLICATION/ZIP; name=x", true)]
    [InlineData("film.mov", "video/quicktime", true)]
    [InlineData("brief.pdf", "application/pdf", false)]
    [InlineData("docm", "application/pdf", false)]
    [InlineData("brief.docm.pdf", "application/pdf", false)]
    public async Task AKindOfFileThatTheGatewayRefusesIsSaidBefore(string name, string type, bool isRefused)
    {
        void Refuse(SecureMailOptions options) => (options.Gateway.RefusedFileEndings, options.Gateway.RefusedContentTypes) = ([".docm"], ["application/zip", "video/*"]);
        var message = _message with { Attachments = [SecureAttachment.FromBytes("gut.pdf", "application/pdf", [1]), SecureAttachment.FromBytes(name, type, [1])] };

        var plain = await lab.Lab.RefusalAsync(message with { Protection = MailProtection.Plain("test") }, Refuse);
        var encrypted = await lab.Lab.RefusalAsync(message, Refuse);

        plain.Code.Should().Be(isRefused ? SecureMailErrors.FileRefused : SecureMailErrors.ServerUnreachable);
        plain.Message.Should().NotContain("brief").And.Match(text => !isRefused || text.Contains("Attachment 2 of 2"));
        encrypted.Code.Should().Be(SecureMailErrors.ServerUnreachable);
    }

    public static TheoryData<string, Action<SecureMailOptions>> Broken { get; } = new()
    {
        { "EncryptsOrRefuses", options => options.Policy = MailPolicy.GatewayFallback },
        { "PlainReasons", options => options.PlainReasons = ["an erika@web.example"] },
        { "Gateway:ByGateway:Headers:0", options => options.Gateway.ByGateway.Headers = [Header("X-A: b", "c")] },
        { "Gateway:ByGateway:Headers:0", options => options.Gateway.ByGateway.Headers = [Header("X-A", "c\r\nBcc: d")] },
        { "Gateway:Plain:Headers:1", options => options.Gateway.Plain.Headers = [Header("X-A", "c"), Header("BCC", "d@e.example")] },
        { "Gateway:Plain:Headers:0", options => options.Gateway.Plain.Headers = [Header("Content-Type", "text/plain")] },
        { "Gateway:Encrypted:Headers names", options => options.Gateway.Encrypted.Headers = [Header("X-A", "b"), Header("x-a", "c")] },
        { "Gateway:ByGateway:SubjectTag", options => options.Gateway.ByGateway.SubjectTag = "[ä]" },
        { "Gateway:ByGateway:SubjectTag", options => options.Gateway.ByGateway.SubjectTag = "=?utf-8?q?a?=" },
        { "same SubjectTag", options => (options.Gateway.ByGateway.SubjectTag, options.Gateway.Plain.SubjectTag) = ("[a]", "[A]") },
        { "same header", options => (options.Gateway.ByGateway.Headers, options.Gateway.Plain.Headers) = ([Header("X-A", "b")], [Header("x-a", "b")]) },
        { "ControlWords:1", options => options.Gateway.ControlWords = ["[plain]", "\u200Bx"] },
        { "RefusedFileEndings", options => options.Gateway.RefusedFileEndings = ["docm"] },
        { "RefusedContentTypes", options => options.Gateway.RefusedContentTypes = ["zip"] },
        { "Incoming:Marks are", options => options.Gateway.Incoming.Marks = [new GatewayMarkRuleOptions { Header = "X-A", Value = "b", Meaning = GatewayMark.Decrypted }] },
        { "Incoming:Marks:0", options => options.Gateway.Incoming.Marks = [new GatewayMarkRuleOptions { Header = "X-A", Value = "b", SubjectTag = "[a]", Meaning = GatewayMark.Decrypted }] },
        { "Incoming:GatewayAddresses", options => options.Gateway.Incoming.GatewayAddresses = ["smgw.land.example"] },
        { "MaxMessageSize", options => options.Gateway.MaxMessageSize = 1 },
        { "DisplayName holds one", options => (options.Sender.DisplayName, options.Gateway.ControlWords) = ("Stadt NoCrypt", ["NOCRYPT"]) },
        { "DisplayName holds one", options => (options.Sender.DisplayName, options.Gateway.ByGateway.SubjectTag) = ("Stadt [ｓecure]", "[secure]") },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Broken))]
    public void ABrokenProfileIsSaid(string named, Action<SecureMailOptions> spoil)
    {
        using var services = lab.Lab.Services(spoil);
        var reading = () => services.GetRequiredService<IOptionsMonitor<SecureMailOptions>>().CurrentValue;

        reading.Should().Throw<OptionsValidationException>().Which.Message.Should().Contain(named);
    }

    private static GatewayHeaderOptions Header(string name, string value) => new() { Name = name, Value = value };
}
