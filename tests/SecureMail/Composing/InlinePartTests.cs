using BaseComponents.SecureMail;
using MimeKit;

namespace BaseComponents.Tests.SecureMail.Composing;

/// <summary>Pictures that the HTML of a mail shows.</summary>
public sealed class InlinePartTests(MailLab lab) : IClassFixture<MailLab>
{
    private const string Html = "<!doctype html><title>x</title><p>Grüße <img src=\"cid:logo\" alt=\"Wappen\"></p>";

    private static readonly byte[] _picture = [.. Enumerable.Range(0, 200_000).Select(number => (byte)(number * number))];
    private static readonly SecureAttachment _logo = SecureAttachment.FromBytes("wappen.png", "image/png", _picture) with { ContentId = "logo" };
    private static readonly SecureAttachment _file = SecureAttachment.FromBytes("antrag.pdf", "application/pdf", [1, 2, 3]);
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Antrag", Text = "Grüße", Html = Html, Attachments = [_file, _logo] };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task APictureArrivesWithItsNameAndTheHtmlAsItWas(bool isEncrypted)
    {
        var sealing = lab.SealAsync(_message with { Protection = isEncrypted ? MailProtection.Encrypted : MailProtection.Plain("a test") });

        await using var mail = await lab.OpenAsync(await sealing);

        (mail.Verdict.GetType(), mail.Text, mail.Html).Should().Be((typeof(SignatureVerdict.Valid), "Grüße", Html));
        mail.Attachments.Select(part => (part.ContentId, part.FileName, part.ContentType)).Should().Equal(("logo", "wappen.png", "image/png"), (null, "antrag.pdf", "application/pdf"));
        (await mail.Attachments[0].ReadAllAsync()).Should().Equal(_picture);
        (await mail.Attachments[1].ReadAllAsync()).Should().Equal(1, 2, 3);
    }

    [Theory]
    [InlineData(true, true, true, "mixed(alternative(text/plain,related(text/html,image/png)),application/pdf)")]
    [InlineData(false, true, true, "mixed(related(text/html,image/png),application/pdf)")]
    [InlineData(true, true, false, "alternative(text/plain,related(text/html,image/png))")]
    [InlineData(false, true, false, "related(text/html,image/png)")]
    [InlineData(true, false, true, "mixed(alternative(text/plain,text/html),application/pdf)")]
    [InlineData(true, false, false, "alternative(text/plain,text/html)")]
    [InlineData(false, false, false, "text/html")]
    public async Task ThePartsStandToEachOtherAsTheyShould(bool hasText, bool hasPicture, bool hasFile, string shape)
    {
        var message = _message with
        {
            Text = hasText ? "Text" : null,
            Html = hasPicture ? Html : "<!doctype html><title>x</title>",
            Attachments = [.. new[] { _logo }.Where(_ => hasPicture), .. new[] { _file }.Where(_ => hasFile)],
        };

        var mail = await lab.SealAsync(message);

        var entity = lab.Inside(mail);
        Shape(entity).Should().Be(shape);
        All(entity).OfType<Multipart>().Where(part => part.ContentType.MediaSubtype == "related").Select(part => part.ContentType.Parameters["type"]).Should().AllBeEquivalentTo("text/html");
        All(entity).OfType<MimePart>().Where(part => part.ContentType.MimeType == "image/png").Select(part => (part.ContentId, part.ContentDisposition!.Disposition)).Should().AllBeEquivalentTo(("logo", "inline"));
        (await lab.OpenAsync(mail)).Verdict.Should().BeOfType<SignatureVerdict.Valid>();
    }

    [Theory]
    [InlineData("<img src=\"cid:other\">", "cid:other")]
    [InlineData("<img src=cid:logo><img src='CID:other'>", "cid:other")]
    [InlineData("<img src=cid:logo><p style=\"background: url( 'cid:other')\">", "cid:other")]
    [InlineData("<style>p { background: url(cid:other) }</style><img src=cid:logo>", "cid:other")]
    [InlineData("<img srcset=\"cid:logo 1x, cid:other 2x\">", "cid:other")]
    [InlineData("<img src=\"&#99;id:other\"><img src=cid:logo>", "cid:other")]
    [InlineData("<img src=\"cid:&quot;&gt;Erika\"><img src=cid:logo>", "no content id can have")]
    [InlineData("<p>cid:logo</p>", "cid:logo")]
    [InlineData("<p title=\"acid:logo\">", "cid:logo")]
    [InlineData("<!-- <img src=cid:logo> -->", "cid:logo")]
    public async Task WhatTheHtmlShowsAndWhatIsGivenBelongTogether(string html, string said)
    {
        var fault = await lab.RefusalAsync(_message with { Html = html });

        fault.Code.Should().Be(SecureMailErrors.InlinePart);
        fault.Message.Should().Contain(said).And.NotContain("Erika");
    }

    [Fact]
    public async Task APictureIsGivenOnceAndNeedsHtmlToStandIn()
    {
        (await lab.RefusalAsync(_message with { Attachments = [_logo, _logo] })).Code.Should().Be(SecureMailErrors.InlinePart);
        (await lab.RefusalAsync(_message with { Html = null })).Code.Should().Be(SecureMailErrors.InlinePart);
        (await lab.RefusalAsync(_message with { Attachments = [] })).Code.Should().Be(SecureMailErrors.InlinePart);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a>\r\nBcc: x@y.example")]
    [InlineData("a\"")]
    [InlineData(".a")]
    [InlineData("a@")]
    [InlineData("ä")]
    public async Task ANameIsNothingButAName(string id) =>
        (await lab.RefusalAsync(_message with { Attachments = [_logo with { ContentId = id }] })).Code.Should().Be(SecureMailErrors.InlinePart);

    [Theory]
    [InlineData("<logo>", "logo")]
    [InlineData("<part1.06090408@amt.example>", "part1.06090408@amt.example")]
    [InlineData("<../../etc/passwd@x>", null)]
    [InlineData("<a\"onload=x@y>", null)]
    [InlineData("", null)]
    public async Task AReceivedNameIsSafeOrNotGiven(string id, string? expected)
    {
        var part = $"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<img src=cid:logo>\r\n--x\r\nContent-Type: image/png\r\nContent-ID: {id}\r\n\r\nabc\r\n--x--\r\n";

        await using var mail = await lab.ReadAsync(Forge.Mail(Forge.Signed(lab.OfficeKey, part)));

        (mail.Html, mail.Attachments.Single().ContentId).Should().Be(("<img src=cid:logo>", expected));
    }

    [Fact]
    public async Task PicturesAndFilesAreOpenedOneAfterTheOther()
    {
        var open = 0;
        SecureAttachment Watched(string name, string? id) => new()
        {
            FileName = name,
            ContentId = id,
            OpenAsync = _ =>
            {
                Interlocked.Increment(ref open).Should().Be(1);
                return ValueTask.FromResult<Stream>(new WatchedStream(() => Interlocked.Decrement(ref open)));
            },
        };

        await lab.SealAsync(_message with { Attachments = [Watched("a.bin", null), Watched("b.bin", "logo"), Watched("c.bin", null)] });

        open.Should().Be(0);
    }

    private static string Shape(MimeEntity entity) =>
        entity is Multipart parts ? $"{parts.ContentType.MediaSubtype}({string.Join(',', parts.Select(Shape))})" : entity.ContentType.MimeType;

    private static IEnumerable<MimeEntity> All(MimeEntity entity) => entity is Multipart parts ? parts.SelectMany(All).Prepend(entity) : [entity];

    private sealed class WatchedStream(Action closed) : MemoryStream([1, 2, 3])
    {
        private bool _isClosed;

        protected override void Dispose(bool disposing)
        {
            if (!_isClosed)
                closed();
            _isClosed = true;
            base.Dispose(disposing);
        }
    }
}
