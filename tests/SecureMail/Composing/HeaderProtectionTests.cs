using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.Tests.SecureMail.OpenPgp;
using MimeKit;

namespace BaseComponents.Tests.SecureMail.Composing;

/// <summary>The header of a mail stands inside, where it is encrypted and signed (RFC 9788).</summary>
public sealed class HeaderProtectionTests(MailLab lab) : IClassFixture<MailLab>
{
    private const string Subject = "Anträge zur Größe ẞ, Vorgang 4711: alle Unterlagen, die noch fehlen, mit Fristen und Ansprechpersonen";

    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = Subject, Text = "Text" };
    private static readonly string[] _fields = ["Date", "From", "Message-Id", "Subject", "To"];

    public static TheoryData<SecureMessage> Shapes =>
    [
        _message,
        _message with { Html = "<!doctype html><title>x</title>" },
        _message with { Attachments = [SecureAttachment.FromBytes("a.pdf", "application/pdf", [1])] },
    ];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Shapes))]
    public async Task TheSubjectOfAnEncryptedMailIsHiddenOnTheWay(SecureMessage message)
    {
        var mail = await lab.SealAsync(message, options => options.Sender.DisplayName = "Straßenamt");

        var outer = MimeMessage.Load(new MemoryStream(mail));
        var inside = lab.Inside(mail);
        (outer.Subject, inside.Headers[HeaderId.Subject]).Should().Be(("[...]", Subject));
        (inside.ContentType.Parameters["hp"], inside.ContentType.Parameters["protected-headers"]).Should().Be(("cipher", "v1"));
        Fields(inside.Headers).Should().BeEquivalentTo(Fields(outer.Headers).Where(field => !field.StartsWith("Subject", StringComparison.Ordinal)).Append("Subject: " + Subject));
        inside.Headers.Where(header => header.Field == "HP-Outer").Select(header => header.Value).Should().BeEquivalentTo(Fields(outer.Headers));
    }

    [Fact]
    public async Task OnWishTheSubjectStaysOutsideToo()
    {
        var mail = await lab.SealAsync(_message, options => options.Sender.HeaderConfidentiality = HeaderConfidentiality.None);

        var inside = lab.Inside(mail);
        MimeMessage.Load(new MemoryStream(mail)).Subject.Should().Be(Subject);
        inside.ContentType.Parameters["hp"].Should().Be("cipher");
        inside.Headers.Where(header => header.Field == "HP-Outer").Select(header => header.Value).Should().Contain("Subject: " + Subject);
    }

    [Fact]
    public async Task ASignedMailSaysItsHeaderTwice()
    {
        var mail = await lab.SealAsync(_message with { Protection = MailProtection.Plain("a test") });

        var (outer, inside) = (MimeMessage.Load(new MemoryStream(mail)), lab.Inside(mail));
        (inside.ContentType.Parameters["hp"], inside.Headers.Contains("HP-Outer")).Should().Be(("clear", false));
        Fields(inside.Headers).Should().BeEquivalentTo(Fields(outer.Headers)).And.HaveCount(_fields.Length);
    }

    [Fact]
    public async Task TheHeaderInsideCountsWhateverHappensOutside()
    {
        var mail = Encoding.Latin1.GetString(await lab.SealAsync(_message with { Key = "AZ-1" }, options => options.Sender.MessageIdSecret = "sixteen characters and more"));
        var sent = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(mail)));
        var changed = mail.Replace("Subject: [...]", "Subject: Zahlung", StringComparison.Ordinal).Replace("Message-Id: <", "Message-Id: <x", StringComparison.Ordinal).Replace(" 2026 ", " 2020 ", StringComparison.Ordinal);

        var read = await lab.OpenAsync(Encoding.Latin1.GetBytes(changed));

        changed.Should().Contain("Zahlung").And.Contain("<x").And.Contain(" 2020 ");
        (read.Verdict.GetType(), read.Subject, read.SubjectOrigin).Should().Be((typeof(SignatureVerdict.Valid), Subject, HeaderOrigin.Protected));
        (read.Date, read.MessageId).Should().Be((sent.Date, sent.MessageId));
    }

    [Fact]
    public async Task OpenPgpMailHasItToo()
    {
        using var pgp = new PgpLab();

        var mail = await pgp.SealAsync(_message);

        Encoding.Latin1.GetString(mail).Should().Contain("Subject: [...]").And.NotContain("Vorgang");
        var read = await pgp.OpenAsync(mail);
        (read.Verdict.GetType(), read.Subject, read.SubjectOrigin).Should().Be((typeof(SignatureVerdict.Valid), Subject, HeaderOrigin.Protected));
    }

    [Theory]
    [InlineData("hp=\"clear\"", "Innen", HeaderOrigin.Protected, 2021, "innen@amt.example")]
    [InlineData("hp=cipher", "Innen", HeaderOrigin.Protected, 2021, "innen@amt.example")]
    [InlineData("protected-headers=\"v1\"", "Innen", HeaderOrigin.Protected, 2021, "innen@amt.example")]
    [InlineData("charset=utf-8", "Bescheid", HeaderOrigin.Outer, 2020, "aussen@amt.example")]
    [InlineData("hp=other", "Bescheid", HeaderOrigin.Outer, 2020, "aussen@amt.example")]
    public async Task BothFormsAreReadAndOnlyWhereTheySaySo(string marker, string subject, HeaderOrigin origin, int year, string id)
    {
        var mail = await lab.ReadAsync(Signed(Part(marker, "Subject: Innen\r\nDate: Tue, 24 Nov 2021 08:00:00 +0100\r\nMessage-ID: <innen@amt.example>\r\n")));

        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        (mail.Subject, mail.SubjectOrigin, mail.Date!.Value.Year, mail.MessageId).Should().Be((subject, origin, year, id));
    }

    [Fact]
    public async Task AWholeHeaderLeavesNothingToTheOuterOneAndAnOlderOneDoes()
    {
        var whole = await lab.ReadAsync(Signed(Part("hp=\"clear\"", "")));
        var older = await lab.ReadAsync(Signed(Part("protected-headers=v1", "Date: Tue, 24 Nov 2021 08:00:00 +0100\r\n")));

        (whole.Subject, whole.SubjectOrigin).Should().Be(("", HeaderOrigin.Protected));
        (whole.Date is null && whole.MessageId is null).Should().BeTrue();
        (older.Subject, older.SubjectOrigin, older.Date!.Value.Year, older.MessageId).Should().Be(("Bescheid", HeaderOrigin.Outer, 2021, "aussen@amt.example"));
    }

    [Fact]
    public async Task WhatNobodySignedIsNotBelieved()
    {
        var part = Part("hp=\"cipher\"", "Subject: Innen\r\n");
        var signed = Forge.Signed(lab.OfficeKey, part);
        byte[][] mails =
        [
            Mail(part),
            Mail(Forge.Encrypted(part, lab.SenderKey)),
            Mail(signed.Replace("Innen", "Ganz innen", StringComparison.Ordinal)),
            Mail(Forge.Signed(lab.SenderKey, part)),
            Mail($"Content-Type: multipart/mixed; boundary=y; hp=cipher\r\nSubject: Innen\r\n\r\n--y\r\n{signed}\r\n--y--\r\n"),
            Signed(Part("hp=\"clear\"", "From: fremd@boese.example\r\nSubject: Innen\r\n")),
        ];

        foreach (var mail in mails)
        {
            var read = await lab.ReadAsync(mail);
            read.Verdict.Should().NotBeOfType<SignatureVerdict.Valid>();
            (read.Subject, read.SubjectOrigin).Should().Be(("Bescheid", HeaderOrigin.Outer));
        }
    }

    [Fact]
    public async Task ASubjectIsOneLineWhereverItComesFrom()
    {
        const string Encoded = "=?utf-8?q?Eins=0D=0AZwei=00?=";

        var inside = await lab.ReadAsync(Signed(Part("hp=clear", $"Subject: {Encoded}\r\n")));
        var outside = await lab.ReadAsync(Forge.Bytes(Encoding.Latin1.GetString(Mail(Forge.Part)).Replace("Subject: Bescheid", "Subject: " + Encoded, StringComparison.Ordinal)));

        inside.Subject.Should().NotContainAny("\r", "\n", "\0").And.StartWith("Eins").And.Contain("Zwei");
        outside.Subject.Should().Be(inside.Subject);
    }

    private static string Part(string marker, string headers) => $"Content-Type: text/plain; {marker}\r\n{headers}\r\nText";

    private byte[] Signed(string part) => Mail(Forge.Signed(lab.OfficeKey, part));

    private static byte[] Mail(string entity) => Forge.Bytes("Date: Tue, 24 Nov 2020 08:00:00 +0100\r\nMessage-ID: <aussen@amt.example>\r\n" + Forge.Header() + entity);

    private static IEnumerable<string> Fields(HeaderList headers) =>
        headers.Where(header => _fields.Contains(header.Field, StringComparer.OrdinalIgnoreCase)).Select(header => $"{header.Field}: {header.Value}");
}
