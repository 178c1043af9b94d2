using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Authorities;

public sealed class AuthorityEndpointTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    private static readonly XNamespace Xzufi = "http://xoev.de/schemata/xzufi/2_2_0";
    private readonly SandboxServer _sandbox = running.Sandbox;
    private readonly HttpClient _client = running.Client;

    [Theory]
    [InlineData("authorities/xzufi", "application/xml")]
    [InlineData("authorities/regions", "application/json")]
    [InlineData("authorities/postal-codes", "text/csv")]
    public async Task Machine_endpoints_answer_over_https_only(string path, string type)
    {
        using var encrypted = await _client.GetAsync(new Uri(_sandbox.MachineAddress, path));
        encrypted.Content.Headers.ContentType!.MediaType.Should().Be(type);
        using var plain = await _client.GetAsync(new Uri(_sandbox.Address, path));
        plain.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_delivery_shows_what_editors_do_differently()
    {
        var delivery = XDocument.Parse(await _client.GetStringAsync(new Uri(_sandbox.MachineAddress, "authorities/xzufi"))).Root!;
        delivery.Name.Namespace.Should().Be(Xzufi);
        delivery.Attribute("xzufiVersion")!.Value.Should().Be("2.2.0");
        delivery.Descendants(Xzufi + "organisationseinheit").Elements(Xzufi + "zustaendigkeit").Should().NotBeEmpty("competences within the unit");
        delivery.Descendants(Xzufi + "zustaendigkeitTransferObjekt").Should().NotBeEmpty("detached competences");
        delivery.Descendants(Xzufi + "rolle").Elements("code").Should().NotBeEmpty("codes without a namespace");
        delivery.Descendants(Xzufi + "rolle").Elements(Xzufi + "code").Should().NotBeEmpty("codes with a namespace");
        delivery.Descendants(Xzufi + "zustaendigkeit").Should().Contain(competence => competence.Elements(Xzufi + "gebietID").Count() > 1, "one competence for several areas");
        delivery.Descendants(Xzufi + "rolle").Select(role => role.Value).Distinct().Order().Should().Equal("01", "02", "03");
        delivery.Descendants(Xzufi + "ende").Should().NotBeEmpty("a competence that has ended");
    }

    [Fact]
    public async Task Every_mailbox_is_of_a_domain_nobody_can_own()
    {
        var delivery = XDocument.Parse(await _client.GetStringAsync(new Uri(_sandbox.MachineAddress, "authorities/xzufi")));
        var mailboxes = delivery.Descendants(Xzufi + "kennung").Select(channel => channel.Value).ToList();
        mailboxes.Should().OnlyHaveUniqueItems().And.OnlyContain(address => address.EndsWith(".amt.example", StringComparison.Ordinal));
        mailboxes.Count.Should().BeGreaterThan(100);
    }

    [Fact]
    public async Task The_region_list_has_the_official_form_and_true_keys()
    {
        using var list = JsonDocument.Parse(await _client.GetStringAsync(new Uri(_sandbox.MachineAddress, "authorities/regions")));
        list.RootElement.GetProperty("metadaten").GetProperty("kennungInhalt").GetString().Should().Be("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs");
        list.RootElement.GetProperty("spalten").EnumerateArray().Select(column => column.GetProperty("spaltennameTechnisch").GetString())
            .Should().Equal("SCHLUESSEL", "Bezeichnung", "Hinweis");
        var rows = list.RootElement.GetProperty("daten").EnumerateArray().ToDictionary(row => row[0].GetString()!, row => row[1].GetString()!);
        rows.Should().Contain("145110000000", "Chemnitz, Stadt").And.Contain("146120000000", "Dresden, Stadt").And.Contain("147130000000", "Leipzig, Stadt");
        rows.Keys.Count(key => key.Length == 12).Should().BeGreaterThanOrEqualTo(30);
    }

    [Theory]
    [InlineData("authorities/municipalities", "145220180180", "Freiberg, Stadt, Universitätsstadt")]
    [InlineData("authorities/services", "99102013104000", "Hund anmelden (Hundesteuer)")]
    [InlineData("authorities/offices", "steueramt@freiberg.amt.example", "Stadtverwaltung Freiberg, Steueramt")]
    public async Task Pages_show_the_data_in_German(string path, string key, string name)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await _client.GetStringAsync(new Uri(_sandbox.Address, path)));
        page.DocumentElement.GetAttribute("lang").Should().Be("de");
        page.QuerySelectorAll("tbody tr").Should().Contain(row => row.TextContent.Contains(key) && row.TextContent.Contains(name));
        page.QuerySelectorAll("th").Should().OnlyContain(head => head.GetAttribute("scope") == "col");
    }
}
