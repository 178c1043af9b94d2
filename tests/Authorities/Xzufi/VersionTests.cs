using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities.Xzufi;

/// <summary>Each version of the standard gives the same answer; what it says of itself must fit its namespace.</summary>
public sealed class VersionTests
{
    public static TheoryData<string, string> Deliveries => new()
    {
        { "2.1", Answered(Inner("leistung", Service()), Inner("organisationseinheit", Unit("A", Competence(SmallMap.Freiberg)))) },
        { "2.1", Answered(Inner("leistung", Service()).Replace("<code>", "<xzufi:code>").Replace("</code>", "</xzufi:code>"), Inner("organisationseinheit", Unit("A", Competence(SmallMap.Freiberg)))) },
        { "2.2", Of(Service(), Unit("A", Competence(SmallMap.Freiberg))) },
        { "2.2", Of(Service(), Unit("A"), Detached("A", Competence(SmallMap.Freiberg))) },
        { "2.3.1", Later(Service(), Unit("A"), Detached("A", Competence(SmallMap.Freiberg))) },
        { "2.3.1", Later(Service(), Unit("A", Competence(SmallMap.Freiberg))).Replace("<xzufi:referenzLeiKa><code>", "<xzufi:referenzLeistungsschluessel>").Replace("</code></xzufi:referenzLeiKa>", "</xzufi:referenzLeistungsschluessel>") },
        { "2.3.1", Later(Service(), Unit("A", Competence(SmallMap.Freiberg))).Replace("<xzufi:leistung>", "<xzufi:leistung xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"xzufi:LeistungErweitert\">") },
    };

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Every_version_is_read(string version, string delivery)
    {
        await using var directory = TestDirectory.With(delivery);
        (await AskAsync(directory)).Should().BeOfType<Competence.Found>(version).Which.Office.Name.Should().Be("A");
        (await directory.Authorities.ListServicesAsync()).Should().ContainSingle().Which.Name.Should().Be("Hund anmelden");
        (await directory.Authorities.GetStatusAsync()).Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("2.2", true)]
    [InlineData("2.2.0", true)]
    [InlineData("2.2.1", true)]
    [InlineData("2.3", false)]
    [InlineData("2.1.0", false)]
    [InlineData("2.20", false)]
    public async Task What_a_delivery_says_of_its_version_must_fit_its_namespace(string said, bool fits)
    {
        await using var directory = TestDirectory.With(Of(Service()).Replace("xzufiVersion=\"2.2.0\"", $"xzufiVersion=\"{said}\""));
        (await AskAsync(directory)).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(fits ? NotFoundReason.NoCompetence : NotFoundReason.SourceDown);
    }

    [Fact]
    public async Task The_namespace_of_a_version_is_a_setting()
    {
        await using var directory = TestDirectory.With(For(SmallMap.Freiberg).Replace("xzufi/2_2_0", "xzufi/2_4_0").Replace("xzufiVersion=\"2.2.0\"", "xzufiVersion=\"2.4.0\""));
        directory.Settings["A:Xzufi:Namespaces:2.4"] = "http://xoev.de/schemata/xzufi/2_4_0";
        (await AskAsync(directory)).Should().BeOfType<Competence.Found>();
    }

    private static string Answered(params string[] results) =>
        $"<xzufi:leistungsverzeichnis.antwort.leistungsbericht.030108 xmlns:xzufi=\"http://xoev.de/schemata/xzufi/2_1_0\"><xzufi:nachrichtenkopf/><xzufi:antwort><xzufi:antwortnummer>1</xzufi:antwortnummer>{string.Concat(results)}</xzufi:antwort></xzufi:leistungsverzeichnis.antwort.leistungsbericht.030108>";

    // The object itself, or one that wraps it: the sources do not tell.
    private static string Inner(string name, string written)
    {
        var result = name == "leistung" ? "ergebnisLeistung" : "ergebnisOrganisationseinheit";
        var inner = written.Replace("<xzufi:schreibe>", "").Replace("</xzufi:schreibe>", "");
        return name == "leistung" ? $"<xzufi:{result}>{inner}</xzufi:{result}>" : inner.Replace($"<xzufi:{name}>", $"<xzufi:{result}>").Replace($"</xzufi:{name}>", $"</xzufi:{result}>");
    }

    private static string Later(params string[] objects) => Of(objects).Replace("xzufi/2_2_0", "xzufi/2_3_1").Replace("xzufiVersion=\"2.2.0\"", "xzufiVersion=\"2.3.1\"");

    private static Task<Competence> AskAsync(TestDirectory directory) =>
        directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(RegionKey.Parse(SmallMap.Freiberg)));
}
