using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using CsCheck;

namespace BaseComponents.Tests.Authorities.Keys;

public sealed class ShortKeyTests
{
    [Fact]
    public void Every_postal_code_survives_its_form() => Gen.Int[1000, 99999].Sample(number =>
        PostalCode.Parse($"{number:00000}").ToString("G", null).Should().Be($"{number:00000}"));

    [Fact]
    public void Every_municipality_key_survives_its_form() => Gen.Int[1_000_000, 16_999_999].Sample(number =>
        MunicipalityKey.Parse($"{number:00000000}").ToString("G", null).Should().Be($"{number:00000000}"));

    [Fact]
    public void No_text_makes_them_throw() => Gen.OneOf(Gen.String, Gen.String[Gen.Char['0', '9'], 0, 9]).Sample(text =>
    {
        PostalCode.TryParse(text, out var code).Should().Be(!code.IsEmpty);
        MunicipalityKey.TryParse(text, out var key).Should().Be(!key.IsEmpty);
    });

    [Theory]
    [InlineData("00999")]
    [InlineData("9599")]
    [InlineData("095990")]
    [InlineData("D-09599")]
    public void A_wrong_postal_code_is_refused(string text)
    {
        var parse = () => PostalCode.Parse(text);
        parse.Should().Throw<FormatException>().WithMessage("*five digits*");
    }

    [Theory]
    [InlineData("1452218")]
    [InlineData("17522180")]
    [InlineData("00000000")]
    public void A_wrong_municipality_key_is_refused(string text)
    {
        var parse = () => MunicipalityKey.Parse(text);
        parse.Should().Throw<FormatException>().WithMessage("*eight digits*");
    }

    [Fact]
    public void An_empty_key_is_no_place()
    {
        var places = new Action[]
        {
            () => Place.Of(default(RegionKey)),
            () => Place.Of(default(MunicipalityKey)),
            () => Place.Of(default(PostalCode)),
        };
        places.Should().AllSatisfy(place => place.Should().Throw<ArgumentException>());
        default(PostalCode).ToString().Should().BeEmpty();
        default(MunicipalityKey).ToString().Should().BeEmpty();
    }
}
