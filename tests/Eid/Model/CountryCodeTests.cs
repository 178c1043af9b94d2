using System.Globalization;
using BaseComponents.Eid;

namespace BaseComponents.Tests.Eid.Model;

public sealed class CountryCodeTests
{
    [Theory]
    [InlineData("D", "DE")]
    [InlineData("D  ", "DE")]
    [InlineData("D<<", "DE")]
    [InlineData("DEU", "DE")]
    [InlineData("DE", "DE")]
    [InlineData("de", "DE")]
    [InlineData("ITA", "IT")]
    [InlineData("XXA", null)]
    [InlineData("ZZ", null)]
    [InlineData("Deutschland", null)]
    [InlineData("", null)]
    public void Three_dialects_lead_to_one_code_and_the_text_is_kept(string text, string? iso)
    {
        new CountryCode(text).Iso.Should().Be(iso);
        new CountryCode(text).Text.Should().Be(text);
    }

    [Fact]
    public void Different_texts_can_mean_the_same_country()
    {
        new CountryCode("D").SameAs(new CountryCode("DEU")).Should().BeTrue();
        new CountryCode("D").SameAs(new CountryCode("DK")).Should().BeFalse();
        new CountryCode("nowhere").SameAs(new CountryCode("elsewhere")).Should().BeFalse("two unknown texts say nothing about each other");
        new CountryCode("XXA").IsStateless.Should().BeTrue();
        default(CountryCode).Iso.Should().BeNull();
    }

    [Fact]
    public void The_table_agrees_with_the_regions_of_the_platform()
    {
        // Kosovo and the reserved codes of some islands are not assigned by ISO 3166-1.
        var regions = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName.All(char.IsAsciiLetterUpper) && region.TwoLetterISORegionName is not ("XK" or "DG" or "EA" or "IC" or "AC" or "TA" or "CP"))
            .DistinctBy(region => region.TwoLetterISORegionName)
            .ToArray();

        regions.Length.Should().BeGreaterThan(200);
        regions.Where(region => new CountryCode(region.ThreeLetterISORegionName).Iso != region.TwoLetterISORegionName).Select(region => region.Name).Should().BeEmpty();
    }
}
