using System.Security;
using System.Text.RegularExpressions;
using BaseComponents.Authorities;
using BaseComponents.Tests.Authorities.Support;
using CsCheck;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities.Xzufi;

/// <summary>Texts of a delivery stand on pages of authorities: whatever comes in, only the allowed tags come out, and all of them closed.</summary>
public sealed partial class HtmlTextTests
{
    [Theory]
    [InlineData("Hü&#xFFFE;nde", "Hünde")]
    [InlineData("<p>Ein <b>Hund</b></p>", "<p>Ein <b>Hund</b></p>")]
    [InlineData("Hund & Katze < Pferd > \"Maus\"", "Hund &amp; Katze &lt; Pferd &gt; &quot;Maus&quot;")]
    [InlineData("<p class=\"MsoNormal\" style='color:red'>x</p>", "<p>x</p>")]
    [InlineData("<script>alert(1)</script>x", "x")]
    [InlineData("<ScRiPt >alert(1)</sCrIpT >x", "x")]
    [InlineData("<scr<script>ipt>alert(1)</script>", "ipt&gt;alert(1)")]
    [InlineData("<img src=x onerror=alert(1)>x", "x")]
    [InlineData("<!-- <script> -->x<!doctype html>y<?php z ?>", "xy")]
    [InlineData("<!--[if gte mso 9]><xml></xml><![endif]-->x", "x")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("<a href=\"https://amt.example/?a=1&amp;b=2\" target=_blank onclick=\"x()\">Amt</a>", "<a href=\"https://amt.example/?a=1&amp;b=2\">Amt</a>")]
    [InlineData("<a href=mailto:hund@amt.example>Post</a>", "<a href=\"mailto:hund@amt.example\">Post</a>")]
    [InlineData("<a href='tel:+493731273'>Ruf</a>", "<a href=\"tel:+493731273\">Ruf</a>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "x")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">x</a>", "x")]
    [InlineData("<a href=\"java\tscript:alert(1)\">x</a>", "x")]
    [InlineData("<a href=\"data:text/html,x\">x</a>", "x")]
    [InlineData("<a href=\"//boese.example\">x</a>", "x")]
    [InlineData("<a href=\"https://amt.example@boese.example/\">x</a>", "x")]
    [InlineData("<a title='>' href='https://amt.example/'>x</a>", "<a href=\"https://amt.example/\">x</a>")]
    [InlineData("<a href='https://amt.example/\"onmouseover=x'>x</a>", "<a href=\"https://amt.example/%22onmouseover=x\">x</a>")]
    [InlineData("<a href=https://a.example/>1<a href=https://b.example/>2</a>", "<a href=\"https://a.example/\">12</a>")]
    [InlineData("<ul><li>1<li>2</ul>3", "<ul><li>1<li>2</li></li></ul>3")]
    [InlineData("</p></b>x</i>", "x")]
    [InlineData("<b><i>x</b>y</i>", "<b><i>x</i></b>y")]
    [InlineData("<h1>a<br/>b<BR>c</h1>", "<h1>a<br>b<br>c</h1>")]
    [InlineData("<div>a</div><div>b</div><span>c</span>d", "a b cd")]
    [InlineData("x <p", "x <p></p>")]
    [InlineData("1 <2 und </> 3", "1 &lt;2 und &lt;/&gt; 3")]
    public async Task Only_the_allowed_tags_are_left(string html, string cut) => (await CutAsync(html)).Should().Equal(cut);

    [Fact]
    public async Task Any_text_comes_out_harmless()
    {
        string[] pieces = ["<", ">", "</", "/>", "<p>", "</p>", "<a href=", "\"", "'", "https://a.example", "javascript:x", "<script", "</script>", "<!--", "-->", "&", "&lt;", "&#60;", "onclick=x", "<svg", "<b", "<ul><li>", " ", "x", "=", "<style>", "\u202E", "ä", "<br", "<math>", "<a ", "`"];
        await Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 25].Select(string.Concat).Array[20].SampleAsync(
            async inputs =>
            {
                foreach (var html in await CutAsync(inputs))
                    Check(html);
            },
            iter: 60);
    }

    [Fact]
    public async Task Depth_and_length_are_bounded()
    {
        var texts = await CutAsync(string.Concat(Enumerable.Repeat("<b>", 5_000)) + "x", new string('x', 300_000));
        texts[0].Should().HaveLength((30 * 7) + 1);
        texts[1].Should().HaveLength(99_999);
    }

    // Takes away what is allowed; nothing that looks like markup may be left, and every tag has its end.
    private static void Check(string html)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            if (tag.Groups["close"].Success)
                open.Pop().Should().Be(tag.Groups["close"].Value, html);
            else if (tag.Groups["open"].Success)
                open.Push(tag.Groups["open"].Value);
            else if (tag.Groups["link"].Success)
                open.Push("a");
        }

        open.Should().BeEmpty(html);
        Tag().Replace(html, "").Should().NotContainAny(["<", ">", "\"", "\u202E"], html);
    }

    [GeneratedRegex("<br>|<(?<open>p|h[1-6]|b|strong|i|em|sup|sub|ul|ol|li)>|<(?<link>a) href=\"(https?://|mailto:|tel:)[^\"<>]*\">|</(?<close>p|h[1-6]|b|strong|i|em|sup|sub|ul|ol|li|a)>")]
    private static partial Regex Tag();

    private static async Task<IReadOnlyList<string>> CutAsync(params string[] html)
    {
        var texts = html.Select(one => $"<xzufi:modulText><xzufi:leikaTextmodul><code>06</code></xzufi:leikaTextmodul><xzufi:inhalt>.{SecurityElement.Escape(one)}</xzufi:inhalt></xzufi:modulText>");
        await using var directory = TestDirectory.With(Of(Service(more: string.Concat(texts))));
        var service = (await directory.Authorities.ListServicesAsync()).Should().ContainSingle().Subject;
        return [.. service.Texts.Where(text => text.Module == TextModule.FullText).Select(text => text.Text[1..].TrimStart())];
    }
}
