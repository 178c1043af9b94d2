using BaseComponents.Eid;
using CsCheck;

namespace BaseComponents.Tests.Eid.Model;

public sealed class PartialDateTests
{
    [Fact]
    public void Both_texts_read_back_to_the_same_date() => Gens.Date.Sample(date =>
        PartialDate.Parse(date.ToIsoText()) == date && PartialDate.Parse(date.ToDateString()) == date);

    [Theory]
    [InlineData("1964-08-12", 1964, 8, 12, "19640812", "1964-08-12")]
    [InlineData("19640812", 1964, 8, 12, "19640812", "1964-08-12")]
    [InlineData("1964-08", 1964, 8, null, "196408  ", "1964-08")]
    [InlineData("196408  ", 1964, 8, null, "196408  ", "1964-08")]
    [InlineData("196408", 1964, 8, null, "196408  ", "1964-08")]
    [InlineData("1964    ", 1964, null, null, "1964    ", "1964")]
    [InlineData("1964", 1964, null, null, "1964    ", "1964")]
    [InlineData("        ", null, null, null, "        ", "XXXX-XX-XX")]
    [InlineData("    0812", null, 8, 12, "    0812", "XXXX-08-12")]
    [InlineData("0000-08-12", null, 8, 12, "    0812", "XXXX-08-12")]
    [InlineData("1964-00-00", 1964, null, null, "1964    ", "1964")]
    [InlineData("1964  12", 1964, null, 12, "1964  12", "1964-XX-12")]
    [InlineData("196     ", null, null, null, "196     ", "196X-XX-XX")]
    [InlineData("1956-02-29", 1956, 2, 29, "19560229", "1956-02-29")]
    [InlineData("    0229", null, 2, 29, "    0229", "XXXX-02-29")]
    public void Every_form_is_read_and_no_digit_is_lost(string text, int? year, int? month, int? day, string dateString, string iso)
    {
        var date = PartialDate.Parse(text);

        (date.Year, date.Month, date.Day).Should().Be((year, month, day));
        date.ToDateString().Should().Be(dateString);
        date.ToIsoText().Should().Be(iso);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1964-13-01")]
    [InlineData("1964-02-30")]
    [InlineData("1965-02-29")]
    [InlineData("19640832")]
    [InlineData("12.08.1964")]
    [InlineData("1964-8-12")]
    [InlineData("1964/08/12")]
    [InlineData("65-09-13")]
    [InlineData("١٩٦٤")]
    [InlineData("1964-08-12T00:00")]
    [InlineData("XXXXXXXX")]
    public void What_is_no_date_is_refused_and_not_repeated(string? text)
    {
        PartialDate.TryParse(text, out _).Should().BeFalse();
        var fault = new Action(() => PartialDate.Parse(text!)).Should().Throw<FormatException>().Which;
        if (text is { Length: > 4 })
            fault.Message.Should().NotContain(text);
    }

    [Fact]
    public void A_whole_date_is_a_date()
    {
        PartialDate.Parse("1964-08-12").TryGetDate(out var date).Should().BeTrue();
        date.Should().Be(new DateOnly(1964, 8, 12));
        new PartialDate(date).Should().Be(PartialDate.Parse("19640812"));
        PartialDate.Parse("1964-08").TryGetDate(out _).Should().BeFalse();
        default(PartialDate).Should().Be(PartialDate.Parse("        "));
    }

    [Theory]
    [InlineData("2008-03-21", 18, "2026-03-20", false)]
    [InlineData("2008-03-21", 18, "2026-03-21", true)]
    [InlineData("2008-02-29", 18, "2026-02-28", false)]
    [InlineData("2008-02-29", 18, "2026-03-01", true)]
    [InlineData("2008-03", 18, "2026-02-28", false)]
    [InlineData("2008-03", 18, "2026-03-15", null)]
    [InlineData("2008-03", 18, "2026-03-31", true)]
    [InlineData("2008-02", 18, "2026-03-01", true)]
    [InlineData("2008", 18, "2025-12-31", false)]
    [InlineData("2008", 18, "2026-06-30", null)]
    [InlineData("2008", 18, "2026-12-31", true)]
    [InlineData("        ", 18, "2026-12-31", null)]
    public void An_age_is_reached_not_reached_or_not_known(string birth, int years, string on, bool? reached) =>
        PartialDate.Parse(birth).HasReachedAge(years, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(reached);
}
