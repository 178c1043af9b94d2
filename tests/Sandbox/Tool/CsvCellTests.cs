using BaseComponents.Tool.Commands.Payments;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary>No cell begins a formula or leaves its place.</summary>
public sealed class CsvCellTests
{
    [Theory]
    [InlineData("case-1", "case-1")]
    [InlineData("", "")]
    [InlineData("12,30", "12,30")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\nx", "\"'\nx\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("=\";=1", "\"'=\"\";=1\"")]
    public void A_cell_is_written_as_text(string text, string cell) => CsvCell.Write(text).Should().Be(cell);
}
