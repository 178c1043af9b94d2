namespace BaseComponents.Tests.Journeys.Languages;

/// <summary>Every text that a citizen may read is there in each language, and none that nobody says.</summary>
public sealed class TextFileTests
{
    // Not literals of this source: how the component for payments labels a transfer.
    private static readonly string[] FromElsewhere = ["Empfänger", "IBAN", "BIC", "Verwendungszweck"];

    [Theory]
    [InlineData("en")]
    [InlineData("de-simple")]
    public void Each_text_of_the_source_has_a_translation(string tag)
    {
        var texts = TextFile.Read(tag);
        var open = TextFile.Literals().Where(literal => literal.Value && !texts.ContainsKey(literal.Key)).Select(literal => literal.Key);
        open.Should().BeEmpty();
        texts.Values.Should().NotContain(text => string.IsNullOrWhiteSpace(text));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de-simple")]
    public void No_translation_is_of_a_text_that_nobody_says(string tag) =>
        TextFile.Read(tag).Keys.Except(TextFile.Literals().Keys).Except(FromElsewhere).Should().BeEmpty();

    [Fact]
    public void No_word_stands_on_a_page_by_itself() => TextFile.Untranslated().Should().BeEmpty();

    [Fact]
    public void Both_languages_have_the_same_texts() =>
        TextFile.Read("en").Keys.Should().BeEquivalentTo(TextFile.Read("de-simple").Keys);

    [Theory]
    [InlineData("en")]
    [InlineData("de-simple")]
    public void The_holes_of_a_translation_are_those_of_the_text(string tag) =>
        TextFile.Read(tag).Where(text => TextFile.HolesOf(text.Key) != TextFile.HolesOf(text.Value)).Select(text => text.Key).Should().BeEmpty();
}
