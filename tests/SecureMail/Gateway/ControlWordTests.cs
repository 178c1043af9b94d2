using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.Mime;

namespace BaseComponents.Tests.SecureMail.Gateway;

/// <summary>What a caller, or a form behind it, writes into the subject is never an order to the gateway.</summary>
public sealed class ControlWordTests(RelayLab lab) : IClassFixture<RelayLab>
{
    private static readonly ControlWords _words = new(["[plain]", "NOCRYPT", "CRYPT", "end-to-end", "[sign OK]"]);

    [Theory]
    [InlineData("[plain] Antrag", "[-plain] Antrag")]
    [InlineData("Antrag [PlAiN]", "Antrag [-PlAiN]")]
    [InlineData("[ p l a i n ]", "[- p l a i n ]")]
    [InlineData("NOCRYPT", "N-OC-RYPT")]
    [InlineData("Kryptographie", "Kryptographie")]
    [InlineData("Das encryption ist", "Das enc-ryption ist")]
    [InlineData("plain", "plain")]
    [InlineData("Antrag\ufffe [plain]", "Antrag\ufffe [-plain]")]
    [InlineData("end-to-end", "e-nd-to-end")]
    [InlineData("Änderung der Anschrift, 3. Fassung (§ 12)", "Änderung der Anschrift, 3. Fassung (§ 12)")]
    public void AWordIsBrokenUpAndTheRestStays(string subject, string expected) => _words.BreakUp(subject).Text.Should().Be(expected);

    public static TheoryData<string> LookAlikeSubjects { get; } =
    [
        "［ｐｌａｉｎ］",
        "[ＰＬＡＩＮ]",
        "[pl\u200Bain]",
        "[p\u200Dl\uFEFFain]",
        "[pla\u00ADin]",
        "[p\u0301lain]",
        "[pláin]",
        "[рlаіn]",
        "[ρlαιn]",
        "[𝐩𝐥𝐚𝐢𝐧]",
        "[𝓹𝓵𝓪𝓲𝓷]",
        "[ⓟⓛⓐⓘⓝ]",
        "[🄿🄻🄰🄸🄽]",
        "[plaın]",
        "【plain】",
        "[pl\u3164ain]",
        "[pl\u2800ain]",
        "[pl\u00A0ain]",
        "[plain\uFE0F]",
        "[pl\U000E0061ain]",
        "ＮＯＣＲＹＰＴ",
        "NОСRYРТ",
        "nocr\u2060ypt",
        "ℕ𝕆ℂ𝐑𝐘𝐏𝐓",
        "end‑to—end",
    ];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(LookAlikeSubjects))]
    public void WhatLooksLikeAWordIsBrokenUpToo(string subject)
    {
        var (text, count) = _words.BreakUp(subject);

        count.Should().BePositive();
        _words.AreIn(text).Should().BeFalse();
        _words.BreakUp(text).Should().Be((text, 0));
    }

    /// <summary>Any mixture of the words, parts of them and noise ends without a word, and in a bounded number of steps.</summary>
    [Fact]
    public void NoMixtureLeavesAWord()
    {
        string[] parts = ["[", "]", "plain", "PLAIN", "no", "crypt", "-", "end", "to", " ", "\u200B", "ｐ", "sign", "ok", "ä", "𝐩", "\uD800"];
        var random = new Random(4711);
        for (var round = 0; round < 5000; round++)
        {
            var subject = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => parts[random.Next(parts.Length)]));
            _words.AreIn(_words.BreakUp(subject).Text).Should().BeFalse(subject);
        }
    }

    [Fact]
    public async Task ASubjectOfNothingButWordsIsRefused() => (await lab.Lab.RefusalAsync(
        new SecureMessage { To = [MailLab.Office], Subject = string.Concat(Enumerable.Repeat("ab", 200)), Text = "x", Protection = MailProtection.Plain("test") },
        options => options.Gateway.ControlWords = ["ab", "ba"])).Code.Should().Be(SecureMailErrors.MessageInvalid);

    [Theory]
    [InlineData("=?utf-8?B?W3BsYWluXQ==?=")]
    [InlineData("a =?utf-8?q?=5Bplain=5D?= b")]
    [InlineData("Antrag\r\n [plain]")]
    [InlineData("Antrag\n[plain]")]
    [InlineData("Antrag\u0085[plain]")]
    public async Task EncodedWordsAndLineBreaksAreRefused(string subject) => (await lab.Lab.RefusalAsync(
        new SecureMessage { To = [MailLab.Office], Subject = subject, Text = "x" })).Code.Should().Be(SecureMailErrors.MessageInvalid);

    [Fact]
    public async Task TheGatewaySeesNoWordAndTheRecipientOfAnEncryptedMailTheSubjectAsItWasWritten()
    {
        await using var server = new RecordingServer();
        var message = new SecureMessage { To = [MailLab.Office], Subject = "[plain] Antrag", Text = "x" };

        await lab.SendAsync(server, message, options => options.Gateway.ControlWords = ["[plain]"]);
        await lab.SendAsync(server, message, options => (options.Gateway.ControlWords, options.Sender.HeaderConfidentiality) = (["[plain]"], HeaderConfidentiality.None));
        await lab.SendAsync(server, message with { Protection = MailProtection.Plain("test") }, options => options.Gateway.ControlWords = ["[plain]"]);

        server.Mails.Should().OnlyContain(mail => !mail.Text.Contains("[plain]"));
        server.Mails.Select(mail => mail.Mail.Subject).Should().Equal("[...]", "[-plain] Antrag", "[-plain] Antrag");
        (await lab.Lab.ReadAsync(server.Mails[0].Octets, options => options.DecryptionKeys = [lab.Lab.OfficeKey.ToOptions()])).Subject.Should().Be("[plain] Antrag");
    }

    /// <summary>An encoded subject is made of letters too. These happen to be the word.</summary>
    [Fact]
    public async Task AWordThatTheEncodingMakesIsRefused()
    {
        var message = new SecureMessage { To = [MailLab.Office], Subject = "äöü", Text = "x", Protection = MailProtection.Plain("test") };
        var encoded = System.Text.Encoding.ASCII.GetString(new MimeKit.Header(MimeKit.HeaderId.Subject, message.Subject).RawValue).Trim();

        (await lab.Lab.RefusalAsync(message)).Code.Should().Be(SecureMailErrors.ServerUnreachable);
        (await lab.Lab.RefusalAsync(message, options => options.Gateway.ControlWords = [encoded[^8..^3]])).Code.Should().Be(SecureMailErrors.MessageInvalid);
    }
}
