using System.IO.Compression;
using System.Text;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>A search that finds nothing says something only if it finds what is there.</summary>
public sealed class NeedlesTests
{
    [Theory]
    [InlineData("Log-in of SCHILLERSTRAẞE 17 succeeded")]
    [InlineData("log-in of schillerstraße 17")]
    [InlineData("GET /x?a=SCHILLERSTRA%E1%BA%9EE%2017&b=1")]
    [InlineData("GET /x?a=SCHILLERSTRA%E1%BA%9EE+17&b=1")]
    [InlineData("<p>SCHILLERSTRA&#x1E9E;E 17</p>")]
    [InlineData("SCHILLERSTRA=E1=BA=9EE 17")]
    [InlineData("{\"street\":\"SCHILLERSTRA\\u1E9EE 17\"}")]
    public void A_value_is_found_in_whatever_form(string line) => Find("SCHILLERSTRAẞE 17", line).Should().NotBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("<Attribute>")]
    public void A_value_is_found_within_encoded_text_wherever_it_begins(string before)
    {
        var line = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + "MUSTERMANN" + "</Attribute>"));

        Find("MUSTERMANN", $"answer {line} came").Should().NotBeEmpty();
    }

    [Fact]
    public void A_value_is_found_within_a_deflated_message()
    {
        using var deflated = new MemoryStream();
        using (var writing = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            writing.Write("<Request><Name>MUSTERMANN</Name></Request>"u8);

        Find("MUSTERMANN", $"GET /sso?SAMLRequest={Uri.EscapeDataString(Convert.ToBase64String(deflated.ToArray()))}&RelayState=x").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("who: Max.", true)]
    [InlineData("Name=Max Age=1", true)]
    [InlineData("MaxAge=1", false)]
    [InlineData("x.Max", false)]
    public void A_short_value_is_found_as_a_word(string line, bool isFound) => Find("Max", line).Any().Should().Be(isFound);

    private static IReadOnlyList<string> Find(string value, string line)
    {
        var needles = new Needles();
        needles.Add(value);
        return needles.FindIn([line]);
    }
}
