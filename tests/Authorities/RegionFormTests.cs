using System.Text;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities;

/// <summary>The official lists in each form they are published in.</summary>
public sealed class RegionFormTests
{
    [Fact]
    public async Task Genericode_is_read()
    {
        await using var directory = With(RegionLists.Genericode);
        (await directory.Authorities.FindPlacesAsync("Döbeln")).Should().ContainSingle().Which.District.Should().Be("Mittelsachsen");
        (await directory.Authorities.GetStatusAsync()).Should().Match<DirectoryStatus>(status => status.Municipalities == 2 && status.SkippedObjects == 1);
    }

    [Theory]
    [InlineData("<gc:CodeList xmlns:gc=\"x\"><SimpleCodeList><Row><Value><SimpleValue>145220180180</SimpleValue></Value><Value><SimpleValue>Freiberg</SimpleValue></Value></Row></SimpleCodeList></gc:CodeList>")]
    [InlineData("<CodeList><ColumnSet><Column Id=\"n\"><ShortName>Bezeichnung</ShortName></Column><Column Id=\"k\"><ShortName>Schluessel</ShortName></Column></ColumnSet><SimpleCodeList><Row><Value ColumnRef=\"k\"><SimpleValue>145220180180</SimpleValue></Value><Value ColumnRef=\"n\"><SimpleValue><![CDATA[Freiberg]]></SimpleValue></Value></Row></SimpleCodeList></CodeList>")]
    public async Task Genericode_may_leave_out_columns_or_order_them_otherwise(string list)
    {
        await using var directory = With(list);
        (await directory.Authorities.FindPlacesAsync("Freiberg")).Should().ContainSingle().Which.Key.Should().Be(RegionKey.Parse(SmallMap.Freiberg));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><CodeList/>")]
    [InlineData("<CodeList><SimpleCodeList>")]
    [InlineData("<CodeList><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></CodeList>")]
    [InlineData("<CodeList/>")]
    [InlineData("<html/>")]
    [InlineData("%PDF")]
    [InlineData("99")]
    public async Task A_list_of_no_form_is_refused(string list)
    {
        await using var directory = With(list);
        await ShouldBeInvalidAsync(directory);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("iso-8859-1", false)]
    [InlineData("windows-1252", false)]
    public async Task The_directory_of_municipalities_is_read_in_every_encoding(string encoding, bool mark)
    {
        await using var directory = With("");
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(RegionLists.MunicipalDirectory);
        directory.Write("regions.json", mark ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes);
        (await directory.Authorities.FindPlacesAsync("Königswalde")).Should().ContainSingle().Which.Should().Match<Municipality>(place =>
            place.Key == RegionKey.Parse(SmallMap.Koenigswalde) && place.Name == "Königswalde" && place.District == "Erzgebirgskreis");
        (await directory.Authorities.FindPlacesAsync("Dresden")).Should().ContainSingle().Which.Key.Should().Be(RegionKey.Parse(SmallMap.Dresden));
        var status = await directory.Authorities.GetStatusAsync();
        (status.Municipalities, status.SkippedObjects).Should().Be((3, 1), "a line of another kind is reported");
    }

    [Fact]
    public async Task The_postal_code_of_the_town_hall_is_no_postal_code_of_the_municipality()
    {
        await using var directory = With(RegionLists.MunicipalDirectory, postalCodes: "PostalCode,RegionalKey\n");
        (await directory.Authorities.FindPlacesAsync("09471")).Should().BeEmpty("other municipalities of the code are not known");
    }

    [Fact]
    public async Task An_association_has_its_name()
    {
        await using var directory = With(RegionLists.MunicipalDirectory, Delivery.For(SmallMap.Community));
        var answer = await directory.Authorities.ResolveAsync(LeikaKey.Parse(Delivery.Dog), Place.Of(RegionKey.Parse(SmallMap.Koenigswalde)));
        answer.Should().BeOfType<Competence.Found>().Which.MatchedAt.Name.Should().Be("Bärenstein");
    }

    [Fact]
    public async Task Of_several_lists_the_newer_one_counts_in_any_order()
    {
        const string old = """{ "metadaten": { "kennung": "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs_2017-03-31" }, "daten": [["145220180180", "Alter Name", null], ["145220080080", "Döbeln", null]] }""";
        foreach (var lists in new[] { (old, RegionLists.Genericode), (RegionLists.Genericode, old) })
        {
            await using var directory = With(lists.Item1);
            directory.Write("more.json", lists.Item2);
            directory.Settings["A:AdditionalRegionLists:0"] = directory.PathOf("more.json");
            (await directory.Authorities.FindPlacesAsync("145220180180")).Should().ContainSingle().Which.ShortName.Should().Be("Freiberg");
        }
    }

    [Fact]
    public async Task More_areas_than_can_be_numbered_are_refused()
    {
        var rows = Enumerable.Range(0, 65_536).Select(number => $"[\"{14_521_0000_000 + number:00000000000}0\", \"Ort\"]");
        await using var directory = With($"{{\"daten\":[{string.Join(",", rows)}]}}");
        await ShouldBeInvalidAsync(directory);
    }

    private static TestDirectory With(string list, string? delivery = null, string? postalCodes = null) =>
        TestDirectory.With(delivery ?? Delivery.For("14"), list, postalCodes ?? "PostalCode,RegionalKey\n");

    private static async Task ShouldBeInvalidAsync(TestDirectory directory)
    {
        var find = () => directory.Authorities.FindPlacesAsync("x");
        (await find.Should().ThrowAsync<AuthoritiesException>()).Which.InnerException.Should().BeOfType<AuthoritiesException>().Which.Code.Should().Be("authorities.data-invalid");
    }
}
