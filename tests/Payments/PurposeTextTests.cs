using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using CsCheck;

namespace BaseComponents.Tests.Payments;

public sealed class PurposeTextTests
{
    [Theory]
    [InlineData("Hundesteuer 2027", "Hundesteuer 2027")]
    [InlineData("Gebühr für Jänner/2027", "Gebuehr fuer Jaenner 2027")]
    [InlineData("ÄÖÜ äöü ß ẞ", "AeOeUe aeoeue ss SS")]
    [InlineData("Gebu\u0308hr", "Gebuehr")]
    [InlineData("Café Łódź Đorđe Šťastný", "Cafe Lodz Dorde Stastny")]
    [InlineData("  Nr. 7,\t Teil\n2  ", "Nr 7 Teil 2")]
    [InlineData("Verwaltungsgebühr für die Anmeldung", "Verwaltungsgebuehr fuer die")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesel")]
    [InlineData("Dog 🐕 tax", "Dog tax")]
    [InlineData("🐕", "")]
    [InlineData("", "")]
    public void Umlauts_are_written_out_and_the_rest_is_left_out(string text, string purpose) => PurposeText.From(text).Should().Be(purpose);

    [Fact]
    public void Whatever_comes_out_is_accepted() => Gen.String.Sample(text =>
    {
        var purpose = PurposeText.From(text);
        if (purpose.Length > 0)
            (Orders.DogTax() with { Purpose = purpose }).Check().Should().BeEmpty();
    });

    [Theory]
    [InlineData("Hund\ud83d 7")]
    [InlineData("Hund\ufffe 7")]
    public void What_is_no_character_does_no_harm(string text) => PurposeText.From(text).Should().Be("Hund 7");
}
