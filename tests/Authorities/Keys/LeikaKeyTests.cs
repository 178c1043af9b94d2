using System.Globalization;
using BaseComponents.Authorities.Keys;
using CsCheck;

namespace BaseComponents.Tests.Authorities.Keys;

public sealed class LeikaKeyTests
{
    private static readonly Gen<string> Valid = Gen.String[Gen.Char['0', '9'], 12, 12].Select(tail => "99" + tail);

    [Fact]
    public void Every_key_survives_all_its_forms() => Valid.Sample(text =>
    {
        var key = LeikaKey.Parse(text);
        key.ToString().Should().Be(text);
        foreach (var format in new[] { "G", "S", "U" })
            LeikaKey.Parse(key.ToString(format, null)).Should().Be(key);
        Span<char> buffer = stackalloc char[60];
        key.TryFormat(buffer, out var written, "U", null).Should().BeTrue();
        buffer[..written].ToString().Should().Be(LeikaKey.UrnPrefix + text);
    });

    [Fact]
    public void No_text_makes_it_throw_or_build_something_else() => Gen.OneOf(Gen.String, Gen.String[Gen.Char['0', '9'], 0, 20], Valid).Sample(text =>
    {
        if (LeikaKey.TryParse(text, out var key))
            key.ToString().Should().MatchRegex("^99[0-9]{12}$");
        else
            key.IsEmpty.Should().BeTrue();
    });

    [Theory]
    [InlineData("99102013104000", 102, 13, 104, 0)]
    [InlineData("99 102 013 104 000", 102, 13, 104, 0)]
    [InlineData("urn:de:fim:leika:leistung:99115005104001", 115, 5, 104, 1)]
    public void Its_parts_are_read(string text, int group, int subject, int activity, int detail)
    {
        var key = LeikaKey.Parse(text);
        (key.Group, key.Subject, key.Activity, key.Detail).Should().Be((group, subject, activity, detail));
    }

    [Theory]
    [InlineData("")]
    [InlineData("99083016")]
    [InlineData("88102013104000")]
    [InlineData("991020131040001")]
    [InlineData("9910201310400O")]
    [InlineData("٩٩102013104000")]
    [InlineData("99102013104000\n")]
    public void A_wrong_key_is_refused_with_a_hint_what_one_looks_like(string text)
    {
        var parse = () => LeikaKey.Parse(text);
        if (text.EndsWith('\n'))
            parse().ToString().Should().Be("99102013104000", "white space around is harmless");
        else
            parse.Should().Throw<FormatException>().WithMessage("*14 digits*99102013104000*");
    }

    [Fact]
    public void A_message_never_repeats_hostile_text()
    {
        var parse = () => LeikaKey.Parse("<script>\r\nX-Header: 1" + new string('9', 5000));
        parse.Should().Throw<FormatException>().Which.Message.Should().NotContainAny("<", "\r", "\n").And.Match(message => message.Length < 300);
    }

    [Fact]
    public void The_default_is_no_key()
    {
        default(LeikaKey).IsEmpty.Should().BeTrue();
        default(LeikaKey).ToString("U", CultureInfo.InvariantCulture).Should().BeEmpty();
        var format = () => LeikaKey.Parse("99102013104000").ToString("X", null);
        format.Should().Throw<FormatException>().WithMessage("*G, S, U*");
    }

    [Fact]
    public void Generic_code_parses_it()
    {
        Generic<LeikaKey>("99102013104000").ToString().Should().Be("99102013104000");
        static T Generic<T>(string text)
            where T : ISpanParsable<T> => T.TryParse(text, null, out _) && T.TryParse(text.AsSpan(), null, out _) && T.Parse(text, null)!.Equals(T.Parse(text.AsSpan(), null)) ? T.Parse(text, null) : default!;
    }
}
