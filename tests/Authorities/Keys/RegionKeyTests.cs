using BaseComponents.Authorities.Keys;
using CsCheck;

namespace BaseComponents.Tests.Authorities.Keys;

public sealed class RegionKeyTests
{
    private static readonly Gen<string> Valid = Gen.Select(Gen.Int[1, 16], Gen.Int[0, 4], (state, form) => (state, rest: new[] { 0, 1, 3, 7, 10 }[form]))
        .SelectMany(parts => Gen.String[Gen.Char['0', '9'], parts.rest, parts.rest].Select(tail => $"{parts.state:00}{tail}"));

    [Fact]
    public void Every_key_survives_all_its_forms() => Valid.Sample(text =>
    {
        var key = RegionKey.Parse(text);
        key.ToString().Should().Be(text);
        RegionKey.Parse(key.ToString("U", null)).Should().Be(key);
        key.ToString("P", null).Should().HaveLength(12).And.StartWith(text);
    });

    [Fact]
    public void Every_area_lies_in_its_ancestors_and_not_the_other_way_round() => Valid.Sample(text =>
    {
        var key = RegionKey.Parse(text);
        key.Contains(key).Should().BeTrue();
        foreach (var ancestor in key.Ancestors())
        {
            ancestor.Contains(key).Should().BeTrue($"{ancestor} is around {key}");
            if (ancestor.Shortest != key.Shortest)
                key.Contains(ancestor).Should().BeFalse();
        }

        if (key.Level < RegionLevel.Federation)
            key.Ancestors().Last().Should().Be(RegionKey.Federation);
    });

    [Fact]
    public void The_shortest_key_is_the_same_area() => Valid.Sample(text =>
    {
        var key = RegionKey.Parse(text);
        key.Shortest.Shortest.Should().Be(key.Shortest);
        key.Shortest.ToString("P", null).Should().Be(key.ToString("P", null));
        key.Contains(key.Shortest).Should().Be(key.Shortest.Contains(key)).And.BeTrue();
    });

    [Fact]
    public void No_text_makes_it_throw() => Gen.OneOf(Gen.String, Gen.String[Gen.Char['0', '9'], 0, 14]).Sample(text =>
        RegionKey.TryParse(text, out var key).Should().Be(!key.IsEmpty));

    [Theory]
    [InlineData("145220180180", RegionLevel.Municipality, "14522", "145", "14", "000000000000")]
    [InlineData("145215101340", RegionLevel.Municipality, "145215101", "14521", "145", "14", "000000000000")]
    [InlineData("146120000000", RegionLevel.Municipality, "14612", "146", "14", "000000000000")]
    [InlineData("145215101", RegionLevel.Association, "14521", "145", "14", "000000000000")]
    [InlineData("010510011011", RegionLevel.Municipality, "01051", "01", "000000000000")]
    [InlineData("14522", RegionLevel.District, "145", "14", "000000000000")]
    [InlineData("14", RegionLevel.State, "000000000000")]
    [InlineData("000000000000", RegionLevel.Federation)]
    public void Its_ancestors_are_the_real_tiers(string text, RegionLevel level, params string[] ancestors)
    {
        RegionKey.Parse(text).Level.Should().Be(level);
        RegionKey.Parse(text).Ancestors().Select(key => key.ToString()).Should().Equal(ancestors);
    }

    [Theory]
    [InlineData("145220000000", "14522")]
    [InlineData("146120000000", "14612")]
    [InlineData("145215101000", "145215101")]
    [InlineData("140000000000", "14")]
    [InlineData("145220180180", "145220180180")]
    [InlineData("000000000000", "000000000000")]
    public void Filling_zeros_are_cut(string text, string shortest) => RegionKey.Parse(text).Shortest.ToString().Should().Be(shortest);

    [Theory]
    [InlineData("145220180180", "14522180")]
    [InlineData("145215101340", "14521340")]
    [InlineData("146120000000", "14612000")]
    public void A_municipality_has_its_shorter_key(string text, string municipality) =>
        RegionKey.Parse(text).Municipality.Should().Be(MunicipalityKey.Parse(municipality));

    [Theory]
    [InlineData("14522180")]
    [InlineData("1")]
    [InlineData("17")]
    [InlineData("00")]
    [InlineData("170000000000")]
    [InlineData("1452201801800")]
    [InlineData("14 522")]
    [InlineData("")]
    public void A_wrong_key_is_refused(string text)
    {
        var parse = () => RegionKey.Parse(text);
        parse.Should().Throw<FormatException>().WithMessage("*2, 3, 5, 9 or 12 digits*");
    }

    [Fact]
    public void The_default_is_no_area()
    {
        default(RegionKey).ToString().Should().BeEmpty();
        default(RegionKey).Ancestors().Should().BeEmpty();
        default(RegionKey).Contains(RegionKey.Federation).Should().BeFalse();
        default(RegionKey).Municipality.Should().BeNull();
        var level = () => default(RegionKey).Level;
        level.Should().Throw<InvalidOperationException>();
    }
}
