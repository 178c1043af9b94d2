using AngleSharp.Html.Parser;
using BaseComponents.SecureMail;
using CsCheck;

namespace BaseComponents.Tests.SecureMail.Composing;

/// <summary>Values stay values, wherever they stand.</summary>
public sealed class MailTemplateTests(MailLab lab) : IClassFixture<MailLab>
{
    private const string Html = "<!doctype html><html lang=\"de\"><head><title>Vorgang {{x}}</title><style>p{margin:0}</style></head><body><p title=\"a {{x}}\" lang='{{x}}'>Guten Tag {{x}}!</p><!-- c --></body></html>";

    private static readonly string[] _pieces =
    [
        "<", ">", "\"", "'", "&", "`", "=", "/", "-->", "<!--", "]]>", "<script>alert(1)</script>", "</title>", "</style>", "\" onmouseover=\"x", "' onload='x", "&lt;b&gt;", "&#60;b&#62;", "javascript:x",
        "{{x}}", "{{y}}", "}}", "{{", "Größe ẞ", "𝕏", " ", "\n", "\t", "\0", "\u001B[2J", "\u0085", "\u200B", "\u202E", "%3Cb%3E", "\\u003c", "<svg/onload=x>",
    ];

    [Fact]
    public void AValueInHtmlIsNothingButText() => Gen.Int[0, _pieces.Length - 1].Array[0, 8].Sample(picks =>
    {
        var value = string.Concat(picks.Select(pick => _pieces[pick]));
        var clean = new string([.. value.Where(c => !char.IsControl(c) || c is '\n' or '\t')]);

        var document = new HtmlParser().ParseDocument(Fill("Betreff", html: Html, value: value).Html!);

        var paragraph = document.Body!.Children.Single();
        document.All.Select(element => element.LocalName).Should().Equal("html", "head", "title", "style", "body", "p");
        paragraph.Attributes.Select(attribute => attribute.Name).Should().Equal("title", "lang");
        (paragraph.GetAttribute("title"), paragraph.GetAttribute("lang"), paragraph.TextContent).Should().Be(("a " + clean, clean, $"Guten Tag {clean}!"));
        document.QuerySelector("title")!.TextContent.Should().Be("Vorgang " + clean);
    });

    [Fact]
    public void AValueInTextStaysAsItIsWithoutControlCharacters() =>
        Fill("Betreff", "a {{x}} b {{x}}", value: "<b>\0 Größe\r\n{{x}}\u001B[2J\t\u0085").Text.Should().Be("a <b> Größe\r\n{{x}}[2J\t b <b> Größe\r\n{{x}}[2J\t");

    [Theory]
    [InlineData("a\r\nBcc: fremd@boese.example")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    public void AValueInTheSubjectCannotInjectHeaders(string value)
    {
        var filling = () => Fill("Vorgang {{x}}", "Text", value: value);

        var fault = filling.Should().Throw<SecureMailException>().Which;
        fault.Code.Should().Be(SecureMailErrors.TemplateValues);
        fault.Message.Should().Contain("value of x").And.NotContain("Bcc");
    }

    [Theory]
    [InlineData("=?utf-8?q?a=0d=0aBcc:_x?=")]
    [InlineData("?utf-8?q?x?=")]
    [InlineData(null)]
    public void ASubjectThatCannotBeSentIsSaidWhenItIsFilledIn(string? value)
    {
        var filling = () => Fill(value?[0] is '?' ? "={{x}}" : "{{x}}", "Text", value: value ?? new string('ü', 401));

        filling.Should().Throw<SecureMailException>().Which.Code.Should().Be(SecureMailErrors.MessageInvalid);
    }

    [Fact]
    public async Task ATemplateArrivesAsItWasFilledIn()
    {
        var template = MailTemplate.Parse("{{Straße}}: Änderung {{nr}}", "Guten Tag {{Straße}}\n{{nr}}", "<!doctype html><title>{{nr}}</title><b>{{Straße}}</b>");
        var street = string.Concat(Enumerable.Repeat("Große Brüdergasse ", 20)).TrimEnd();
        template.Placeholders.Should().BeEquivalentTo("Straße", "nr");

        await using var mail = await lab.OpenAsync(await lab.SealAsync(template.Fill([MailLab.Office], new Dictionary<string, string> { ["Straße"] = street, ["nr"] = "<1>" })));

        (mail.Subject, mail.Text!.ReplaceLineEndings("\n")).Should().Be(($"{street}: Änderung <1>", $"Guten Tag {street}\n<1>"));
        mail.Html.Should().Be($"<!doctype html><title>&lt;1&gt;</title><b>{street}</b>");
    }

    [Fact]
    public void ALongValueIsTakenWhole()
    {
        var value = string.Concat(Enumerable.Repeat("Grüße & Küsse ", 100_000));

        var message = Fill("Betreff", "{{x}}", "<!doctype html><p>{{x}}</p>", value);

        (message.Text, message.Html).Should().Be((value, $"<!doctype html><p>{value.Replace("&", "&amp;", StringComparison.Ordinal)}</p>"));
    }

    [Fact]
    public void MissingAndUnknownValuesAreFoundBeforeSending()
    {
        var template = MailTemplate.Parse("{{a}}", "{{b}} {{c}}");
        var filling = (Dictionary<string, string> values) => () => template.Fill([MailLab.Office], values);

        filling(new() { ["a"] = "1" }).Should().Throw<SecureMailException>().Where(fault => fault.Code == SecureMailErrors.TemplateValues && fault.Message.Contains("b, c", StringComparison.Ordinal));
        filling(new() { ["a"] = "1", ["b"] = null!, ["c"] = "3" }).Should().Throw<SecureMailException>().Where(fault => fault.Message.Contains("not given: b.", StringComparison.Ordinal));
        filling(new() { ["a"] = "1", ["b"] = "2", ["c"] = "3", ["d"] = "4" }).Should().Throw<SecureMailException>().Where(fault => fault.Message.Contains("no placeholder d", StringComparison.Ordinal));
        filling(new() { ["a"] = "1", ["b"] = "2", ["c"] = "3", ["Erika Mustermann"] = "4" }).Should().Throw<SecureMailException>().Which.Message.Should().NotContain("Erika");
        filling(new() { ["a"] = "1", ["B"] = "2", ["b"] = "2", ["c"] = "3" }).Should().Throw<SecureMailException>();
        filling(new() { ["a"] = "1", ["b"] = "", ["c"] = "3" })().Text.Should().Be(" 3");
    }

    [Theory]
    [InlineData("<a href=\"{{x}}\">a</a>")]
    [InlineData("<a href='https://amt.example/{{x}}'>a</a>")]
    [InlineData("<a HREF = \"{{x}}\">a</a>")]
    [InlineData("<img src=\"cid:{{x}}\">")]
    [InlineData("<img srcset=\"{{x}}\">")]
    [InlineData("<p style=\"color:{{x}}\">a</p>")]
    [InlineData("<p onclick=\"{{x}}\">a</p>")]
    [InlineData("<p title={{x}}>a</p>")]
    [InlineData("<p title=a{{x}}>a</p>")]
    [InlineData("<p title = {{x}}>a</p>")]
    [InlineData("<p {{x}}>a</p>")]
    [InlineData("<p {{x}}=\"a\">a</p>")]
    [InlineData("<p title=\"a\"{{x}}>a</p>")]
    [InlineData("<p title=\"a\"b=\"{{x}}\">a</p>")]
    [InlineData("<p =title=\"{{x}}\">a</p>")]
    [InlineData("<p title/=\"{{x}}\">a</p>")]
    [InlineData("<p data-x=\"{{x}}\">a</p>")]
    [InlineData("<p title=\"{{x}}")]
    [InlineData("<p title=\"a\" {{x}}")]
    [InlineData("<{{x}}>")]
    [InlineData("</{{x}}>")]
    [InlineData("<b{{x}}>")]
    [InlineData("a < {{x}}")]
    [InlineData("a <{{x}}")]
    [InlineData("{{x}} <")]
    [InlineData("<!-- {{x}} -->")]
    [InlineData("<!-- a > {{x}} -->")]
    [InlineData("<!--[if mso]><p>{{x}}</p><![endif]-->")]
    [InlineData("<!--><p>{{x}}</p>-->")]
    [InlineData("<!---><p>{{x}}</p>-->")]
    [InlineData("<!--a--!><p>b</p>--><p>{{x}}</p>")]
    [InlineData("<!-- {{x}}")]
    [InlineData("<!doctype {{x}}>")]
    [InlineData("<?{{x}}>")]
    [InlineData("<style>p{color:{{x}}}</style>")]
    [InlineData("<STYLE>{{x}}</STYLE>")]
    [InlineData("<style></stylex>{{x}}</style>")]
    [InlineData("<style><p>{{x}}")]
    [InlineData("<script>{{x}}</script>")]
    [InlineData("<SCRIPT src=a></SCRIPT>{{x}}")]
    [InlineData("<svg><text>{{x}}</text></svg>")]
    [InlineData("<noscript><p>{{x}}</p></noscript>")]
    [InlineData("<textarea>{{x}}</textarea>")]
    [InlineData("<iframe title=\"{{x}}\"></iframe>")]
    [InlineData("<base href=x>{{x}}")]
    [InlineData("<meta http-equiv=refresh content=\"0;{{x}}\">")]
    [InlineData("<title><a alt=' </title><a href=\"{{x}}\"'></a>")]
    [InlineData("<title>{{x}}")]
    public void APlaceholderWhereNoValueIsSafeIsRefused(string html)
    {
        var parsing = () => MailTemplate.Parse("Betreff", "Text", html);

        parsing.Should().Throw<SecureMailException>().Which.Code.Should().Be(SecureMailErrors.TemplateInvalid);
    }

    [Theory]
    [InlineData("{{x}}")]
    [InlineData("<p>{{x}}</p>")]
    [InlineData("<p title=\"{{x}}\">a</p>")]
    [InlineData("<p\n  TITLE = '{{x}}'/>")]
    [InlineData("<img src=https://amt.example/a.png alt='{{x}}' width=\"{{x}}\">")]
    [InlineData("<a href=\"https://amt.example/?a=b&c='d'>\">{{x}}</a>")]
    [InlineData("<!doctype html><!-- a -- > b --><title>{{x}}</title><style>@media print{p{margin:0}}</style><p>{{x}}")]
    [InlineData("<![endif]><p>{{x}}</p>")]
    [InlineData("<title><a href=\"{{x}}\"></title>")]
    public void APlaceholderWhereAValueIsTextIsTaken(string html) => MailTemplate.Parse("Betreff", html: html).Placeholders.Should().Equal("x");

    [Theory]
    [InlineData("{{")]
    [InlineData("{{}}")]
    [InlineData("{{ x }}")]
    [InlineData("{{x")]
    [InlineData("{{x}")]
    [InlineData("{{{x}}}")]
    [InlineData("{{1}}")]
    [InlineData("{{x+1}}")]
    [InlineData("{{#if x}}")]
    [InlineData("{{a b}}")]
    [InlineData("{{x}} {{<b>}}")]
    [InlineData("{{x\n}}")]
    public void OtherBracesAreNoTemplate(string text)
    {
        foreach (var parsing in new Func<MailTemplate>[] { () => MailTemplate.Parse(text, "Text"), () => MailTemplate.Parse("Betreff", text), () => MailTemplate.Parse("Betreff", html: text) })
            parsing.Should().Throw<SecureMailException>().Which.Code.Should().Be(SecureMailErrors.TemplateInvalid);
    }

    [Fact]
    public void ATemplateHasTextOrHtml()
    {
        var parsing = () => MailTemplate.Parse("Betreff");

        parsing.Should().Throw<SecureMailException>().Which.Code.Should().Be(SecureMailErrors.TemplateInvalid);
    }

    [Fact]
    public void WhatComesInIsNeverMoreThanAFault() => Gen.String[Gen.Char["<>\"'={}x/!- \ntabcsyle"], 0, 40].Sample(html =>
    {
        try
        {
            MailTemplate.Parse("Betreff", html: html);
        }
        catch (SecureMailException fault)
        {
            fault.Code.Should().Be(SecureMailErrors.TemplateInvalid);
        }
    }, iter: 100_000);

    private static SecureMessage Fill(string subject, string? text = null, string? html = null, string value = "") =>
        MailTemplate.Parse(subject, text, html).Fill([MailLab.Office], new Dictionary<string, string> { ["x"] = value });
}
