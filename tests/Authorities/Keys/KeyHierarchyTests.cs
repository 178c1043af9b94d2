using BaseComponents.Authorities.Keys;
using CsCheck;

namespace BaseComponents.Tests.Authorities.Keys;

/// <summary>What contains what, and that the order of the keys follows it.</summary>
public sealed class KeyHierarchyTests
{
    private static readonly Gen<LeikaKey> Leika = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2], (subject, activity, detail) =>
        LeikaKey.Parse($"99050{subject:000}{activity:000}{detail:000}"));

    private static readonly Gen<RegionKey> Region = Gen.Select(Gen.Int[14, 15], Gen.Int[0, 4].Select(form => new[] { 2, 3, 5, 9, 12 }[form]), Gen.String[Gen.Char['0', '2'], 10, 10])
        .Select((state, length, tail) => RegionKey.Parse($"{state}{tail}"[..length]));

    [Fact]
    public void A_service_key_stands_before_what_it_contains_and_this_together() => Gen.Select(Leika, Leika, Leika).Sample((one, between, other) =>
    {
        if (one.Contains(other))
            one.Should().Match<LeikaKey>(key => key <= other);
        if (one.Contains(other) && one <= between && between <= other)
            one.Contains(between).Should().BeTrue($"{between} stands between {one} and {other}");
        if (one.Parent is { } parent)
            (parent < one && parent.Contains(one) && !one.Contains(parent)).Should().BeTrue();
    });

    [Fact]
    public void An_area_stands_before_what_it_contains_and_this_together() => Gen.Select(Region, Region, Region).Sample((one, between, other) =>
    {
        var area = one.Shortest;
        if (area.Contains(other))
            (area <= other).Should().BeTrue();
        if (area.Contains(other) && area <= between && between <= other)
            area.Contains(between).Should().BeTrue($"{between} stands between {area} and {other}");
    });

    [Fact]
    public void The_parent_is_the_first_of_the_ancestors() => Region.Sample(key =>
    {
        key.Parent.Should().Be(key.Ancestors().First());
        key.Parent!.Value.Contains(key).Should().BeTrue();
    });

    [Theory]
    [InlineData("99050012104001", LeikaKeyKind.Detail, "99050012104000")]
    [InlineData("99050012104000", LeikaKeyKind.Activity, "99050012000000")]
    [InlineData("99050012000000", LeikaKeyKind.Subject, null)]
    [InlineData("99050012000001", LeikaKeyKind.Detail, "99050012000000")]
    public void A_service_key_knows_what_it_is_a_case_of(string text, LeikaKeyKind kind, string? parent)
    {
        var key = LeikaKey.Parse(text);
        (key.Kind, key.Parent).Should().Be((kind, parent is null ? null : LeikaKey.Parse(parent)));
        key.ServiceObject.Should().Be(LeikaKey.Parse("99050012000000"));
    }

    [Theory]
    [InlineData("146120000000", AssociationMembership.UrbanDistrict)]
    [InlineData("145220180180", AssociationMembership.Independent)]
    [InlineData("145215101060", AssociationMembership.Member)]
    [InlineData("010539105105", AssociationMembership.Unincorporated)]
    [InlineData("145220180181", AssociationMembership.Unknown)]
    [InlineData("140000000000", null)]
    [InlineData("145215101", null)]
    [InlineData("000000000000", null)]
    public void The_digits_tell_how_a_municipality_is_administered(string text, AssociationMembership? membership) =>
        RegionKey.Parse(text).Membership.Should().Be(membership);

    [Fact]
    public void A_municipality_key_comes_from_the_region_key_and_knows_its_district()
    {
        var key = RegionKey.Parse("145215101060").Municipality!.Value;
        (key, key.District, key.State).Should().Be((MunicipalityKey.Parse("14521060"), RegionKey.Parse("14521"), RegionKey.Parse("14")));
        MunicipalityKey.Parse(MunicipalityKey.UrnPrefix + "14521060").Should().Be(key);
        (default(MunicipalityKey).District, default(RegionKey).Parent, default(RegionKey).Membership).Should().Be((null, null, null));
    }

    [Fact]
    public void Keys_of_one_area_are_the_same_for_the_comparer()
    {
        var areas = new HashSet<RegionKey>(RegionAreaComparer.Instance) { RegionKey.Parse("14522"), RegionKey.Parse("145220000000"), RegionKey.Parse("146120000000"), RegionKey.Parse("14612") };
        areas.Should().HaveCount(2);
        RegionAreaComparer.Instance.Compare(RegionKey.Parse("14612"), RegionKey.Parse("146120000000")).Should().Be(0);
        RegionKey.Parse("14612").CompareTo(RegionKey.Parse("146120000000")).Should().BeNegative();
    }

    [Theory]
    [InlineData("ags14521060", "ags", "14521060")]
    [InlineData("AGS14521060", "ags", "14521060")]
    [InlineData("ags99521060", "ags", null)]
    [InlineData("wgb010540880000", "wgb", null)]
    public void A_service_connection_key_names_a_municipality_only_in_its_old_form(string text, string category, string? municipality)
    {
        var key = ServiceConnectionKey.Parse(text);
        (key.Category, key.Municipality).Should().Be((category, municipality is null ? null : MunicipalityKey.Parse(municipality)));
    }

    [Theory]
    [InlineData("wgb0105408")]
    [InlineData("wgb0105408800001")]
    [InlineData("wg010540880000")]
    [InlineData("wgä010540880000")]
    [InlineData("wgb 010540880000")]
    public void Another_text_is_no_service_connection_key(string text) => ServiceConnectionKey.TryParse(text, out _).Should().BeFalse();
}
