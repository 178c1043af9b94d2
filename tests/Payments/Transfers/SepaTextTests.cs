using System.Globalization;
using BaseComponents.Payments;
using BaseComponents.Payments.Transfers;
using CsCheck;

namespace BaseComponents.Tests.Payments.Transfers;

public sealed class SepaTextTests
{
    private const string Set = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-?:().,'+ ";

    private static readonly SepaTextPolicy _dotted = SepaTextPolicy.Strict with { Replacement = "." };

    [Fact]
    public void The_set_is_the_one_of_all_banks() =>
        Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(sign => SepaText.IsAllowed([sign])).Should().BeEquivalentTo(Set);

    [Theory]
    [InlineData("Hundesteuer 2027", "Hundesteuer 2027", "Hundesteuer 2027")]
    [InlineData("Gebühr für Jänner/2027", "Gebuehr fuer Jaenner/2027", "Gebuhr fur Janner/2027")]
    [InlineData("ÄÖÜ äöü ß ẞ", "AeOeUe aeoeue ss SS", "AOU aou s S")]
    [InlineData("Gebu\u0308hr", "Gebuehr", "Gebuhr")]
    [InlineData("Café Łódź Đorđe Šťastný Ærø Þór œ", "Cafe Lodz Dorde Stastny Aero Thor oe", "Cafe Lodz Dorde Stastny Aero Thor oe")]
    [InlineData("  Nr. 7,\t Teil\r\n2  ", "Nr. 7, Teil 2", "Nr. 7, Teil 2")]
    [InlineData("„Hund“ – A & B’s", "'Hund' - A + B's", "'Hund' - A + B's")]
    [InlineData("[a] {b}; c_d!", "(a) (b), c-d.", "(a) (b), c-d.")]
    [InlineData("½ № ﬁ m² …", "1/2 No fi m2 ...", "1/2 No fi m2 ...")]
    [InlineData("5 €", "5 EUR", "5 EUR")]
    [InlineData("so\u00adft \u200fa\u200d\ufeffb", "soft ab", "soft ab")]
    [InlineData("", "", "")]
    public void Letters_are_written_as_the_policy_says(string text, string writtenOut, string baseLetters)
    {
        SepaText.From(text, SepaTextPolicy.Strict).Should().Be(writtenOut);
        SepaText.From(text, new SepaTextPolicy { Umlauts = UmlautWriting.BaseLetter }).Should().Be(baseLetters);
    }

    [Theory]
    [InlineData("Hund 🐕 7", "Hund . 7", "Hund 7")]
    [InlineData("Жук", "...", "")]
    [InlineData("Hund\ufffe7", "Hund.7", "Hund7")]
    [InlineData("漢字", "..", "")]
    [InlineData("a@b", "a.b", "ab")]
    [InlineData("7 %", "7 .", "7")]
    [InlineData("a\0b", "a.b", "ab")]
    public void What_has_no_equivalent_is_refused_or_replaced_as_the_policy_says(string text, string dotted, string leftOut)
    {
        SepaText.TryFrom(text, SepaTextPolicy.Strict, out var none).Should().BeFalse();
        none.Should().BeEmpty();
        FluentActions.Invoking(() => SepaText.From(text, SepaTextPolicy.Strict)).Should().Throw<FormatException>().Which.Message.Should().NotContain("Hund");
        SepaText.From(text, _dotted).Should().Be(dotted);
        SepaText.From(text, SepaTextPolicy.Strict with { Replacement = "" }).Should().Be(leftOut);
    }

    [Fact]
    public void Half_of_a_character_has_no_equivalent()
    {
        SepaText.TryFrom("Hund\ud83d", SepaTextPolicy.Strict, out _).Should().BeFalse();
        SepaText.From("Hund\ud83d", _dotted).Should().Be("Hund.");
        SepaText.From("\udc15Hund", _dotted).Should().Be(".Hund");
    }

    [Theory]
    [InlineData("Hundesteuer 2027", 16, "Hundesteuer 2027")]
    [InlineData("Hundesteuer 2027", 15, "Hundesteuer")]
    [InlineData("Hundesteuer 2027", 11, "Hundesteuer")]
    [InlineData("Hundesteuer 2027", 5, "Hunde")]
    [InlineData("Gebühr", 4, "Geb")]
    [InlineData("Gebühr", 5, "Gebue")]
    [InlineData("a b", 2, "a")]
    [InlineData("abc", 0, "")]
    public void It_is_shortened_at_a_word_or_behind_a_whole_character(string text, int length, string shortened) =>
        SepaText.From(text, SepaTextPolicy.Strict with { MaxLength = length }).Should().Be(shortened);

    [Theory]
    [InlineData("Bürgermeisterin", 6, "Bürger")]
    [InlineData("Cafe\u0301", 4, "Caf")]
    [InlineData("Hund 🐕", 6, "Hund")]
    [InlineData("👩‍👩‍👧x", 7, "")]
    [InlineData("👩‍👩‍👧x", 8, "👩‍👩‍👧")]
    [InlineData("Hundesteuer 2027", 13, "Hundesteuer")]
    public void Any_text_is_shortened_behind_a_whole_character(string text, int length, string shortened) => SepaText.Shorten(text, length).Should().Be(shortened);

    [Fact]
    public void Whatever_comes_out_is_of_the_set_and_stays_as_it_is() => Gen.Select(Nasty.Text, Gen.Int[0, 200], Nasty.OneOf(UmlautWriting.WrittenOut, UmlautWriting.BaseLetter)).Sample((text, length, umlauts) =>
    {
        var policy = new SepaTextPolicy { Umlauts = umlauts, Replacement = "-", MaxLength = length };
        var written = SepaText.From(text, policy);
        written.Length.Should().BeLessThanOrEqualTo(length);
        written.Should().MatchRegex(@"\A[A-Za-z0-9/\-?:().,'+ ]*\z").And.NotContain("  ");
        written.Trim().Should().Be(written);
        SepaText.From(written, policy with { Replacement = null }).Should().Be(written);
        if (SepaText.TryFrom(text, policy with { Replacement = null }, out var strict))
            strict.Should().Be(written);
    }, iter: 5_000);

    [Fact]
    public void Shortening_keeps_whole_characters_from_the_beginning() => Gen.Select(Nasty.Text, Gen.Int[0, 80]).Sample((text, length) =>
    {
        var shortened = SepaText.Shorten(text, length);
        shortened.Length.Should().BeLessThanOrEqualTo(length);
        text.StartsWith(shortened, StringComparison.Ordinal).Should().BeTrue();
        StringInfo.ParseCombiningCharacters(text).Append(text.Length).Should().Contain(shortened.Length);
    }, iter: 5_000);

    [Fact]
    public void Whatever_is_written_for_an_order_is_accepted_there() => Nasty.Text.Sample(text =>
    {
        var purpose = PurposeText.From(text);
        if (purpose.Length > 0)
            (Support.Orders.DogTax() with { Purpose = purpose }).Check().Should().BeEmpty();
    }, iter: 5_000);

    [Fact]
    public void A_text_without_end_is_not_looked_at()
    {
        SepaText.TryFrom(new string('a', SepaText.MaxInput), SepaTextPolicy.Strict, out _).Should().BeTrue();
        SepaText.TryFrom(new string('a', SepaText.MaxInput + 1), SepaTextPolicy.Strict, out _).Should().BeFalse();
        SepaText.TryFrom(null, SepaTextPolicy.Strict, out _).Should().BeFalse();
        PurposeText.From("Hund " + new string('\u0301', 2_000_000)).Should().Be("Hund");
    }

    [Fact]
    public void A_policy_that_contradicts_itself_is_refused()
    {
        FluentActions.Invoking(() => SepaText.From("a", new SepaTextPolicy { Replacement = "ß" })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => SepaText.From("a", new SepaTextPolicy { MaxLength = -1 })).Should().Throw<ArgumentException>();
    }
}
