using System.Text;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities;

public sealed class RegionListTests
{
    [Fact]
    public async Task The_official_form_is_read()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        await directory.Authorities.ListServicesAsync();
        var status = await directory.Authorities.GetStatusAsync();
        status.Municipalities.Should().Be(13, "a part of a city state is no municipality, nor are state and districts");
        status.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"), "\uFEFF" + SmallMap.Regions, "\uFEFF" + SmallMap.PostalCodes);
        (await directory.Authorities.FindPlacesAsync("09599")).Should().ContainSingle();
    }

    [Fact]
    public async Task Columns_are_found_by_name()
    {
        const string reordered = """
            { "spalten": [{ "spaltennameTechnisch": "Bezeichnung" }, { "spaltennameTechnisch": "Hinweis" }, { "spaltennameTechnisch": "SCHLUESSEL" }],
              "daten": [["Freiberg, Stadt", null, "145220180180"]] }
            """;
        await using var directory = TestDirectory.With(Delivery.For("14"), reordered, "PostalCode,RegionalKey\n");
        (await directory.Authorities.FindPlacesAsync("Freiberg")).Should().ContainSingle().Which.Key.Should().Be(RegionKey.Parse(SmallMap.Freiberg));
    }

    [Fact]
    public async Task Bad_rows_are_reported_and_the_others_count()
    {
        const string list = """
            { "daten": [["145220180180", "Freiberg, Stadt", null], ["14522x", "Nowhere", null], ["145220080080", ""], [], [5, {"a": ["b"]}], ["145220080080", "Döbeln, Stadt"]] }
            """;
        await using var directory = TestDirectory.With(Delivery.For("14"), list, "PostalCode,RegionalKey\n");
        (await directory.Authorities.FindPlacesAsync("Döbeln")).Should().ContainSingle();
        var status = await directory.Authorities.GetStatusAsync();
        (status.Municipalities, status.SkippedObjects).Should().Be((2, 4));
        status.Findings[0].Id.Should().Be("14522x");
    }

    [Fact]
    public async Task A_list_larger_than_any_buffer_is_read()
    {
        var rows = Enumerable.Range(1, 20_000).Select(number => $"[\"14522{number % 1000:0000}{number / 1000:000}\", \"Ort {number} {new string('ö', number % 300)}, Stadt\", null]");
        await using var directory = TestDirectory.With(Delivery.For("14"), $"{{\"daten\":[{string.Join(",", rows)}]}}", "PostalCode,RegionalKey\n");
        (await directory.Authorities.FindPlacesAsync("Ort 19999")).Should().NotBeEmpty();
        (await directory.Authorities.GetStatusAsync()).Municipalities.Should().BeGreaterThan(19_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"daten\":[]}")]
    [InlineData("[1,2,3]")]
    [InlineData("{\"daten\":[[\"145220180180\",\"Freiberg\",null],")]
    [InlineData("{\"daten\":[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]}")]
    [InlineData("<xml/>")]
    public async Task A_list_that_is_none_is_refused(string list)
    {
        await using var directory = TestDirectory.With(Delivery.For("14"), list);
        await ShouldBeInvalidAsync(directory);
    }

    [Fact]
    public async Task An_endless_value_is_refused()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"), $"{{\"daten\":[[\"{new string('1', 3_000_000)}\"]]}}");
        await ShouldBeInvalidAsync(directory);
    }

    [Theory]
    [InlineData("PostalCode;RegionalKey\n09599;14522180\n")]
    [InlineData("RegionalKey\tPostalCode\r\n145220180180\t09599\r\n")]
    [InlineData("Name,PostalCode,Locality,RegionalKey\n\"Straße, lang \"\"x\"\"\",09599,Freiberg,14522180")]
    public async Task Postal_codes_may_be_separated_in_several_ways(string list)
    {
        await using var directory = TestDirectory.With(Delivery.For("14"), postalCodes: list);
        (await directory.Authorities.FindPlacesAsync("09599")).Should().ContainSingle().Which.ShortName.Should().Be("Freiberg");
    }

    [Fact]
    public async Task Bad_postal_codes_are_reported_and_the_others_count()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"), postalCodes: "PostalCode,RegionalKey\n9599,14522180\n09599\n09599,14999999\n\n09599,14522180\n");
        (await directory.Authorities.FindPlacesAsync("09599")).Should().ContainSingle();
        (await directory.Authorities.GetStatusAsync()).SkippedObjects.Should().Be(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PLZ,Gemeinde\n09599,14522180\n")]
    public async Task Postal_codes_without_their_columns_are_refused(string list)
    {
        await using var directory = TestDirectory.With(Delivery.For("14"), postalCodes: list);
        await ShouldBeInvalidAsync(directory);
    }

    [Fact]
    public async Task An_endless_line_and_bytes_that_are_no_text_are_refused()
    {
        await using var endless = TestDirectory.With(Delivery.For("14"), postalCodes: "PostalCode,RegionalKey\n" + new string('1', 100_000));
        await ShouldBeInvalidAsync(endless);
        await using var latin = TestDirectory.With(Delivery.For("14"));
        latin.Write("postal-codes.csv", [.. Encoding.ASCII.GetBytes("PostalCode,RegionalKey,Locality\n09599,14522180,D"), 0xF6, (byte)'b']);
        await ShouldBeInvalidAsync(latin);
    }

    private static async Task ShouldBeInvalidAsync(TestDirectory directory)
    {
        var find = () => directory.Authorities.FindPlacesAsync("x");
        var fault = (await find.Should().ThrowAsync<AuthoritiesException>()).Which;
        fault.InnerException.Should().BeOfType<AuthoritiesException>().Which.Code.Should().Be("authorities.data-invalid");
    }
}
