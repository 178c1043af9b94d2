using System.Net;
using AngleSharp.Html.Parser;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>The inbox: what comes from strangers is shown, and never run.</summary>
public sealed class InboxPagesTests(MailServer server) : IClassFixture<MailServer>
{
    [Fact]
    public async Task APlainMailIsShownWithItsFilesAndItsSource()
    {
        var id = await SendAsync("""
            From: "<script>alert(1)</script>" <a@b.example>
            Subject: <b>fett</b>
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/html

            <script>alert(2)</script>
            --x
            Content-Type: text/html
            Content-Disposition: attachment; filename="../../evil.html"

            <script>alert(3)</script>
            --x--
            """);

        var page = await server.Http.GetStringAsync($"mail/{id}");

        var document = new HtmlParser().ParseDocument(page);
        document.Scripts.Should().BeEmpty();
        document.QuerySelectorAll("b").Should().BeEmpty();
        document.Body!.TextContent.Should().Contain("<script>alert(2)</script>").And.Contain("nicht signiert").And.Contain("evil.html");
        using var file = await server.Http.GetAsync($"mail/{id}/files/1");
        file.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        file.Content.Headers.ContentDisposition.FileName.Should().Be("evil.html");
        file.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        file.Content.Headers.ContentType!.MediaType.Should().Be("application/octet-stream");
        (await file.Content.ReadAsStringAsync()).Trim().Should().Be("<script>alert(3)</script>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no headers at all, no colon")]
    [InlineData("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nnot base64 at all")]
    [InlineData("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CAMIACAQA=")]
    [InlineData("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=x\n\n--x\n\n--x--")]
    [InlineData("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=x\n\n--x\n\na\n--x\nContent-Type: application/pkcs7-signature\n\nb\n--x--")]
    [InlineData("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nMBAGCSqGSIb3DQEHA6ADAQH/")]
    [InlineData("Content-Type: multipart/signed; protocol=\"text/plain\"; boundary=x\n\n--x\n\na\n--x\nContent-Type: text/plain\n\nb\n--x--")]
    public async Task BrokenMailsHaveAPageToo(string mail)
    {
        var id = await SendAsync(mail);

        using var page = await server.Http.GetAsync($"mail/{id}");

        page.StatusCode.Should().Be(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).Should().Contain("Zum Posteingang");
    }

    [Theory]
    [InlineData("mail/20260101000000000-00000000")]
    [InlineData("mail/..%2f..%2fpki%2froot")]
    [InlineData("mail/20260101000000000-00000000.eml")]
    [InlineData("mail/keys/nobody@b.example.pem")]
    [InlineData("mail/keys/ohne-zertifikat@beispielstadt.example.pem")]
    public async Task WhatIsNotThereIsNotFound(string path)
    {
        using var answer = await server.Http.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheListBeginsWithTheSubjectSoThatAPhoneShowsIt()
    {
        var id = await SendAsync("Subject: <b>fett</b>\n\nText");

        var document = new HtmlParser().ParseDocument(await server.Http.GetStringAsync("mail"));

        document.QuerySelectorAll("thead th").Select(head => head.TextContent).Should().Equal("Betreff", "An", "Eingang", "Größe");
        document.QuerySelector($"tbody td:first-child a[href='/mail/{id}']")!.TextContent.Should().Be("<b>fett</b>");
        document.QuerySelector("div.scroll")!.GetAttribute("tabindex").Should().Be("0", "who has no mouse must be able to move the table");
    }

    [Fact]
    public async Task TheListIsGermanAndNamesTheMailboxesForBadInput()
    {
        var page = await server.Http.GetStringAsync("mail");

        page.Should().Contain("lang=\"de\"").And.Contain("abgelaufen@beispielstadt.example").And.Contain("ohne-zertifikat@beispielstadt.example");
    }

    private async Task<string> SendAsync(string mail)
    {
        await using var talk = await SmtpTalk.ReadyAsync(server);
        await talk.SayAsync("MAIL FROM:<a@b.example>");
        await talk.SayAsync("RCPT TO:<steueramt@freiberg.amt.example>");
        await talk.SayAsync("DATA");
        var reply = await talk.SayAsync(mail.ReplaceLineEndings("\r\n") + "\r\n.");
        reply.Should().StartWith("250");
        return reply.Trim().Split(' ')[^1];
    }
}
