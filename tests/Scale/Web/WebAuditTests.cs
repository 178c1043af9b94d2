using System.Text;
using BaseComponents.Tests.Scale.Web.Audit;
using BaseComponents.Tests.Scale.Web.Chaos;
using BaseComponents.Tests.Scale.Web.Journeys;

namespace BaseComponents.Tests.Scale.Web;

/// <summary>What the judges of a web run see: otherwise their zeros say nothing.</summary>
public sealed class WebAuditTests
{
    private const int Part = 4 * 1024 * 1024;
    private const string Node = "127.0.0.1:5001";
    private const string Other = "127.0.0.1:5002";
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(502, Node, false, Node, "kill")]
    [InlineData(502, "service", false, Node, "kill")]
    [InlineData(502, Other, false, Node, null)]
    [InlineData(502, Node, true, Node, null)]
    [InlineData(503, Node, true, Node, null)]
    [InlineData(500, Node, true, Node, null)]
    [InlineData(503, Node, true, "redis", "redis")]
    [InlineData(504, Node, false, "postgresql", "postgresql")]
    [InlineData(502, Node, false, "", null)]
    public void An_error_has_the_cause_that_can_have_made_it(int status, string asked, bool isOfNode, string away, string? cause)
    {
        Trouble[] troubles = away.Length == 0 ? [] : [new(away, Noon.AddSeconds(-1), Noon.AddSeconds(1))];

        var errors = Errors.Of([new NginxLine(Noon, Noon, "/", status, [asked], isOfNode)], troubles, [Node, Other]);

        (errors.Causes.Keys.SingleOrDefault(), errors.Unexplained.Count).Should().Be((cause, cause is null ? 1 : 0));
    }

    [Fact]
    public void An_error_before_and_after_the_trouble_is_not_explained_by_it()
    {
        Trouble[] troubles = [new("redis", Noon, Noon.AddSeconds(5))];
        NginxLine[] lines = [.. new[] { -3, 7 }.Select(second => new NginxLine(Noon.AddSeconds(second), Noon.AddSeconds(second + 1), "/", 503, [Node], IsOfNode: true))];

        Errors.Of(lines, troubles, [Node]).Unexplained.Should().HaveCount(2);
    }

    [Fact]
    public void The_log_is_read_as_nginx_writes_it()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $"1795821551.578 1.500 POST /antrag/x/bezahlen 502 \"{Node}, {Other}\" \"-, 0.020\"\n1795821551.000 0.001 GET / 502 \"service\" \"-\"\n");

        var lines = NginxLine.Read(file).ToList();

        File.Delete(file);
        lines.Should().HaveCount(2);
        (lines[0].Status, lines[0].Path, lines[0].To - lines[0].From).Should().Be((502, "/antrag/x/bezahlen", TimeSpan.FromSeconds(1.5)));
        lines[0].Nodes.Should().Equal(Node, Other);
        lines.Select(line => line.IsOfNode).Should().Equal(true, false);
    }

    [Fact]
    public void Somebody_else_on_a_page_is_noticed()
    {
        var (first, second) = (Canary.Of(1), Canary.Of(2));

        first.IsForeignIn($"<dd>MUSTERMANN-{first.Text.ToUpperInvariant()}</dd>").Should().BeFalse();
        first.IsForeignIn($"<dd>{second.Dog}</dd>").Should().BeTrue();
        Enumerable.Range(0, 20_000).Select(Canary.Of).Distinct().Should().HaveCount(20_000);
    }

    [Fact]
    public void A_case_has_one_address_one_number_and_one_citizen()
    {
        var book = new CaseBook();

        book.Agrees("a", "HUND-2026-AAAAAAAA", Canary.Of(1)).Should().BeTrue();
        book.Agrees("a", "HUND-2026-AAAAAAAA", Canary.Of(1)).Should().BeTrue();
        book.Agrees("a", "HUND-2026-BBBBBBBB", Canary.Of(1)).Should().BeFalse();
        book.Agrees("b", "HUND-2026-AAAAAAAA", Canary.Of(1)).Should().BeFalse();
        book.Agrees("a", "HUND-2026-AAAAAAAA", Canary.Of(2)).Should().BeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_value_is_found_however_it_is_written(bool isEncoded)
    {
        foreach (var text in new[] { Canary.Of(7).Text, Canary.Of(7).Dog, Canary.Of(7).Text.ToUpperInvariant() })
        {
            var privacy = new WebPrivacy();
            privacy.Look("qxkanari is what nobody wrote"u8.ToArray());
            privacy.Found.Should().Be(0);
            privacy.Look(Encoding.UTF8.GetBytes(isEncoded ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"x{text}y")) : text));
            privacy.Found.Should().BePositive();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Part - 5)]
    [InlineData(2 * Part - 1100)]
    [InlineData(3 * Part - 20)]
    public void A_value_is_found_wherever_it_lies_in_a_large_file(int at)
    {
        var folder = Directory.CreateTempSubdirectory("web-privacy-");
        var content = new byte[3 * Part];
        Encoding.UTF8.GetBytes(Canary.Of(7).Text).CopyTo(content, at);
        File.WriteAllBytes(Path.Combine(folder.FullName, "table"), content);
        var privacy = new WebPrivacy();

        privacy.ReadFolder(folder.FullName);

        folder.Delete(recursive: true);
        privacy.Found.Should().BePositive();
    }
}
