using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Tests.Payments.Transfers;

public sealed partial class EpcQrPictureTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_screen_reader_is_told_what_it_is()
    {
        var picture = XElement.Parse(EpcQrPicture.Svg(Payload(1)));

        picture.Name.Should().Be(_svg + "svg");
        picture.Attribute("role")!.Value.Should().Be("img");
        picture.Attribute("aria-label")!.Value.Should().Be(EpcQrPicture.DefaultTitle);
        picture.Elements().First().Should().Be(new XElement(_svg + "title", EpcQrPicture.DefaultTitle));
    }

    [Fact]
    public void A_title_is_text_whatever_is_in_it()
    {
        const string title = "\"><script>alert('1')</script>&amp;";
        var picture = XElement.Parse(EpcQrPicture.Svg(Payload(1), title));

        picture.Element(_svg + "title")!.Value.Should().Be(title);
        picture.Attribute("aria-label")!.Value.Should().Be(title);
        picture.Descendants().Select(element => element.Name.LocalName).Distinct().Should().BeEquivalentTo("title", "path");
        FluentActions.Invoking(() => EpcQrPicture.Svg(Payload(1), "a\0")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => EpcQrPicture.Svg(Payload(1), " ")).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(140)]
    public void Black_on_white_with_four_modules_of_white_around(int length)
    {
        var picture = XElement.Parse(EpcQrPicture.Svg(Payload(length)));
        var size = int.Parse(picture.Attribute("viewBox")!.Value.Split(' ')[2], CultureInfo.InvariantCulture);
        var paths = picture.Elements(_svg + "path").Select(path => (Fill: path.Attribute("fill")!.Value, Shape: path.Attribute("d")!.Value)).ToList();

        paths.Select(path => path.Fill).Should().Equal("#fff", "#000");
        paths[0].Shape.Should().Be($"M0 0h{size}v{size}H0z");
        var runs = Run().Matches(paths[1].Shape).Select(run => (X: Number(run, 1), Y: Number(run, 2), Length: Number(run, 3))).ToList();
        string.Concat(Run().Matches(paths[1].Shape).Select(run => run.Value)).Should().Be(paths[1].Shape);
        runs.Should().OnlyContain(run => run.X >= 4 && run.Y >= 4 && run.X + run.Length <= size - 4 && run.Y < size - 4);
        runs.Should().Contain((4, 4, 7)).And.Contain((size - 11, 4, 7)).And.Contain((4, size - 5, 7));
    }

    [Fact]
    public void The_largest_content_is_version_13()
    {
        var code = Code(140) with { Name = new string('a', 70), Information = new string('a', 70) };
        code.Encode().Bytes.Length.Should().Be(EpcQrCode.MaxBytes);

        EpcQrPicture.Svg(code.Encode()).Should().Contain("viewBox=\"0 0 77 77\"");
    }

    [Fact]
    public void A_razor_page_gets_it_unescaped()
    {
        using var page = new StringWriter();
        EpcQrPicture.Html(Payload(1), "Überweisung").WriteTo(page, System.Text.Encodings.Web.HtmlEncoder.Default);
        page.ToString().Should().Be(EpcQrPicture.Svg(Payload(1), "Überweisung"));
    }

    private static EpcQrPayload Payload(int length) => Code(length).Encode();

    private static EpcQrCode Code(int length) => new() { Name = "Stadtkasse Müglitztal", Iban = Iban.Parse("DE89370400440532013000"), Amount = new Euro(96m), Text = new string('a', length) };

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Run();
}
