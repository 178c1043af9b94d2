using System.Text;
using CsCheck;
using DogLicence.Documents;

namespace BaseComponents.Tests.Journeys.Licence;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+2")]
    [InlineData("+49 371")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tcmd")]
    [InlineData("\rcmd")]
    [InlineData("  =1+2")]
    [InlineData("\n=1+2")]
    [InlineData("＝1+2")]
    public void A_cell_that_a_spreadsheet_would_run_becomes_text(string value) => CsvCell.Of(value).Should().StartWith("\"'");

    [Fact]
    public void An_ordinary_cell_stays_as_it_is() => CsvCell.Of("Büffel; \"der Große\"").Should().Be("\"Büffel; \"\"der Große\"\"\"");

    [Fact]
    public void Every_value_comes_back_from_the_quotes() => Gen.String.Sample(value =>
    {
        var cell = CsvCell.Of(value);
        var inner = cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
        (inner == value || inner == "'" + value).Should().BeTrue();
        cell[1..^1].Replace("\"\"", "", StringComparison.Ordinal).Should().NotContain("\"");
    });

    [Fact]
    public void The_table_has_one_column_per_value_and_neutralises_the_dogs_name()
    {
        var text = Encoding.UTF8.GetString(CaseCsv.Write(SampleCase.Open(dogName: "=HYPERLINK(\"http://evil\")"), proof: null));

        var rows = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows.Should().HaveCount(2);
        rows[0].Split("\";\"").Should().HaveSameCount(rows[1].Split("\";\""));
        rows[1].Should().Contain("\"'=HYPERLINK(\"\"http://evil\"\")\"").And.Contain("\"'");
        text[0].Should().Be('\uFEFF');
    }

    [Fact]
    public void Every_case_has_the_same_columns_whatever_is_known_of_it()
    {
        var full = SampleCase.Open();
        var content = full.Content;
        var sparse = full with
        {
            Content = content with
            {
                Owner = content.Owner! with { FamilyName = null, DateOfBirth = null, AddressLines = [] },
                Registration = content.Registration! with { ChipNumber = null, Insurance = null, ContactMail = null },
            },
        };

        Header(sparse).Should().Be(Header(full)).And.StartWith("\uFEFF\"Vorgangsnummer\";");
    }

    private static string Header(global::DogLicence.Cases.OpenCase open) => Encoding.UTF8.GetString(CaseCsv.Write(open, proof: null)).Split("\r\n")[0];
}
