using System.Net;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Sandbox.Authorities;

/// <summary>The search service, asked by hand.</summary>
public sealed class PvogEndpointTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    private const string Dog = "99102013104000";
    private const string Unit = "SANDBOX.OE.freiberg.steueramt";

    [Fact]
    public async Task A_place_a_description_its_units_and_the_unit_lead_to_each_other()
    {
        var place = (await JsonAsync("v2/locations?q=09599"))!.AsArray().Should().ContainSingle().Which!;
        (Text(place, "ars"), Text(place, "ags"), Text(place, "zip")).Should().Be(("145220180180", "14522180", "09599"));

        var description = Text((await JsonAsync($"v3/servicedescriptions/leikaid?leikaIds={Dog}&ars=145220180180&page=0&size=5"))!["content"]![0]!, "id");
        var named = (await JsonAsync($"v2/organisationunits/titles?ars=145220180180&lbId={description}"))!.AsArray().Should().ContainSingle().Which!;
        (Text(named, "id"), Text(named["role"]!, "code")).Should().Be((Unit, "01"));

        var unit = (await JsonAsync($"v5/organisationunits/detail?q={Unit}&ars=145220180180&lbId={description}&validDate=2026-11-27"))!;
        (Text(unit["role"]!, "code"), Text(unit["location"]!["communications"]![0]!, "value")).Should().Be(("01", "steueramt@freiberg.amt.example"));
    }

    [Fact]
    public async Task Asked_without_its_description_a_unit_is_a_mere_contact() =>
        Text((await JsonAsync($"v5/organisationunits/detail?q={Unit}"))!["role"]!, "code").Should().Be("03");

    [Fact]
    public async Task Nothing_is_an_empty_answer_and_a_small_page_is_refused()
    {
        (await JsonAsync($"v2/organisationunits/titles?ars=14&lbId=SANDBOX.LB.{Dog}"))!.AsArray().Should().BeEmpty("only the area itself counts");
        (await JsonAsync("v3/servicedescriptions/leikaid?leikaIds=99999999999999&ars=14&page=0&size=5"))!["content"]!.AsArray().Should().BeEmpty();
        (await StatusAsync($"v3/servicedescriptions/leikaid?leikaIds={Dog}&ars=14&page=0&size=4")).Should().Be(HttpStatusCode.BadRequest);
        (await StatusAsync("v5/organisationunits/detail?q=SANDBOX.OE.nirgends")).Should().Be(HttpStatusCode.NotFound);
        using var plain = await running.Client.GetAsync(new Uri(running.Sandbox.Address, "authorities/pvog/api/v2/locations?q=09599"));
        plain.StatusCode.Should().Be(HttpStatusCode.NotFound, "it is there over https only");
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private async Task<JsonNode?> JsonAsync(string target) => JsonNode.Parse(await running.Client.GetStringAsync(Address(target)));

    private async Task<HttpStatusCode> StatusAsync(string target)
    {
        using var answer = await running.Client.GetAsync(Address(target));
        return answer.StatusCode;
    }

    private Uri Address(string target) => new(running.Sandbox.MachineAddress, "authorities/pvog/api/" + target);
}
