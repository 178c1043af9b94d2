using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary><c>basecomponents authorities</c> from deliveries to a confirmed change, as its users run it.</summary>
public sealed class AuthoritiesCommandTests : IDisposable
{
    private const string Dog = "99102013104000";
    private readonly string _folder = Directory.CreateTempSubdirectory("authorities-tool-").FullName;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public AuthoritiesCommandTests()
    {
        File.WriteAllText(PathOf("maker.pem"), _key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(PathOf("maker.pub"), _key.ExportSubjectPublicKeyInfoPem());
        File.WriteAllText(PathOf("regions.json"), """
            { "daten": [["14", "Sachsen, Freistaat", null], ["14521", "Erzgebirgskreis", "Landkreis"], ["145220180180", "Freiberg, Stadt", null],
                        ["145215101060", "Bärenstein", null], ["145215101340", "Königswalde", null], ["145215101999", "Drittdorf", null]] }
            """);
        File.WriteAllText(PathOf("codes.csv"), "PostalCode,RegionalKey\n09599,145220180180\n09471,145215101060\n09471,145215101340\n09471,145215101999\n");
        WriteDelivery("steuer@freiberg.amt.example");
        Settings("sources.json", new { Environment = "Test", RegionList = PathOf("regions.json"), PostalCodes = PathOf("codes.csv"), Deliveries = new[] { PathOf("delivery.xml") } });
        Settings("application.json", new
        {
            Environment = "Test",
            Snapshot = new { Path = PathOf("a.snapshot"), PublicKeys = new[] { _key.ExportSubjectPublicKeyInfoPem() } },
            FulfillingMunicipalities = new Dictionary<string, string> { ["145215101"] = "145215101060" },
        });
    }

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_snapshot_is_built_looked_at_and_asked()
    {
        (await BuildAsync()).ExitCode.Should().Be(0);
        var (code, info) = await RunAsync("info", PathOf("a.snapshot"), "--public-key", PathOf("maker.pub"), "--json");
        code.Should().Be(0, info);
        var parsed = JsonNode.Parse(info)!;
        (parsed["municipalities"]!.GetValue<int>(), parsed["offices"]!.GetValue<int>(), parsed["competences"]!.GetValue<long>()).Should().Be((4, 3, 3));
        parsed["signedBy"]!.GetValue<string>().Should().Be(Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo())));
        parsed["sources"]!.AsArray().Should().HaveCount(3);

        (await RunAsync("info", PathOf("a.snapshot"), "--public-key", PathOf("maker.pub"))).Printed.Should().Contain("4 municipalities, 1 services, 3 units, 3 competences");
    }

    [Fact]
    public async Task Services_and_places_are_found_by_what_people_type()
    {
        await BuildAsync();
        var (code, services) = await RunAsync("search", "hunde", "anmeldn", "--settings", PathOf("application.json"));
        (code, services.Contains(Dog, StringComparison.Ordinal)).Should().Be((0, true), services);
        var (_, places) = await RunAsync("search", "baerenstein", "--places", "--json", "--settings", PathOf("application.json"));
        JsonNode.Parse(places)!.AsArray().Should().ContainSingle().Which!["key"]!.GetValue<string>().Should().Be("145215101060", places);
        (await RunAsync("search", "quastenflosser", "--settings", PathOf("application.json"))).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 1 && said.Printed.Contains("Nothing was found."));
    }

    [Fact]
    public async Task An_answer_comes_with_its_way()
    {
        await BuildAsync();
        var (town, own) = await ResolveAsync("145220180180");
        (town, own.Contains("For the municipality Freiberg this unit is competent: freiberg.", StringComparison.Ordinal)).Should().Be((0, true), own);
        var (member, acting) = await ResolveAsync("145215101340", "--language", "de");
        (member, acting.Contains("Bärenstein handelt als erfüllende Gemeinde", StringComparison.Ordinal)).Should().Be((0, true), acting);
        var (code, choice) = await ResolveAsync("09471", "--json");
        code.Should().Be(1, choice);
        JsonNode.Parse(choice)!["outcome"]!.GetValue<string>().Should().Be("NeedsPlaceChoice");
        JsonNode.Parse(choice)!["candidates"]!.AsArray().Should().HaveCount(3);
        (await ResolveAsync("Freiberg")).ExitCode.Should().Be(0);
        (await ResolveAsync("Nirgendwo")).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("No municipality"));
        var (missing, nobody) = await RunAsync("resolve", "99036020001000", "145220180180", "--settings", PathOf("application.json"));
        (missing, nobody.Contains("NotFound: UnknownService", StringComparison.Ordinal)).Should().Be((1, true), nobody);
    }

    [Fact]
    public async Task A_changed_address_waits_for_a_person()
    {
        await BuildAsync();
        File.Copy(PathOf("a.snapshot"), PathOf("old.snapshot"));
        WriteDelivery("steuer@boese.example");
        var (built, warned) = await BuildAsync();
        (built, warned.Contains("1 changed accounts or addresses are not used", StringComparison.Ordinal)).Should().Be((1, true), warned);
        var (held, office) = await ResolveAsync("145220180180");
        (held, office.Contains("steuer@freiberg.amt.example (not the newest, which nobody has confirmed: MailAddress)", StringComparison.Ordinal)).Should().Be((0, true), office);

        var (differs, diff) = await RunAsync("diff", PathOf("old.snapshot"), PathOf("a.snapshot"), "--public-key", PathOf("maker.pub"), "--json");
        differs.Should().Be(1, diff);
        var change = JsonNode.Parse(diff)!.AsArray().Should().ContainSingle().Subject!;
        (change["before"]!.GetValue<string>(), change["after"]!.GetValue<string>()).Should().Be(("steuer@freiberg.amt.example", "steuer@boese.example"));

        (await ConfirmAsync("--change", "0000000000000000")).ExitCode.Should().Be(1);
        (await ConfirmAsync("--change", change["confirmation"]!.GetValue<string>()[..4])).ExitCode.Should().Be(1, "a few digits name nothing");
        (await ConfirmAsync()).Printed.Should().Contain("not confirmed");
        var (confirmed, table) = await ConfirmAsync("--change", change["confirmation"]!.GetValue<string>()[..16]);
        confirmed.Should().Be(0, table);
        (await ResolveAsync("145220180180")).Printed.Should().Contain("steuer@boese.example").And.NotContain("not the newest");
        (await RunAsync("diff", PathOf("old.snapshot"), PathOf("a.snapshot"), "--public-key", PathOf("maker.pub"))).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_one_sentence()
    {
        (await RunAsync("build", "--settings", PathOf("sources.json"), "--out", PathOf("a.snapshot"))).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("--key or --unsigned"));
        (await RunAsync("build", "--settings", PathOf("sources.json"), "--out", PathOf("a.snapshot"), "--key", PathOf("codes.csv"))).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("no private key"));
        (await RunAsync("info", PathOf("regions.json"), "--public-key", PathOf("maker.pub"))).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("authorities.snapshot-foreign"));
        (await RunAsync("build", "--settings", PathOf("sources.json"), "--out", PathOf("unsigned.snapshot"), "--unsigned")).ExitCode.Should().Be(0);
        (await RunAsync("info", PathOf("unsigned.snapshot"), "--public-key", PathOf("maker.pub"))).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("authorities.snapshot-unsigned"));
        File.WriteAllText(PathOf("delivery.xml"), "<broken");
        (await BuildAsync()).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("authorities.data-invalid"));
        File.Exists(PathOf("a.snapshot")).Should().BeFalse();
    }

    private Task<(int ExitCode, string Printed)> BuildAsync() => RunAsync("build", "--settings", PathOf("sources.json"), "--out", PathOf("a.snapshot"), "--key", PathOf("maker.pem"));

    private Task<(int ExitCode, string Printed)> ResolveAsync(string place, params string[] more) => RunAsync(["resolve", Dog, place, "--settings", PathOf("application.json"), .. more]);

    private Task<(int ExitCode, string Printed)> ConfirmAsync(params string[] more) => RunAsync(["confirm", PathOf("a.snapshot"), "--public-key", PathOf("maker.pub"), .. more]);

    private static async Task<(int ExitCode, string Printed)> RunAsync(params string[] arguments)
    {
        await using var tool = new RunningTool(["authorities", .. arguments]);
        return await tool.EndAsync();
    }

    private void Settings(string file, object section) =>
        File.WriteAllText(PathOf(file), JsonSerializer.Serialize(new { BaseComponents = new { Authorities = section } }));

    private void WriteDelivery(string mail) => File.WriteAllText(PathOf("delivery.xml"), $"""
        <x:t xmlns:x="http://xoev.de/schemata/xzufi/2_2_0">
          <x:schreibe><x:leistung><x:id schemeAgencyID="S">L</x:id><x:referenzLeiKa><code>{Dog}</code></x:referenzLeiKa><x:modulText><x:leikaTextmodul><code>03</code></x:leikaTextmodul><x:inhalt>Hund anmelden</x:inhalt></x:modulText></x:leistung></x:schreibe>
          {Unit("freiberg", "145220180180", mail)}{Unit("baerenstein", "145215101060", "amt@baerenstein.amt.example")}{Unit("drittdorf", "145215101999", "amt@drittdorf.amt.example")}
        </x:t>
        """);

    private static string Unit(string name, string area, string mail) => $"""
        <x:schreibe><x:organisationseinheit><x:id schemeAgencyID="S">{name}</x:id><x:name><x:name>{name}</x:name></x:name>
          <x:kommunikation><x:kanal><code>01</code></x:kanal><x:kennung>{mail}</x:kennung></x:kommunikation>
          <x:zustaendigkeit><x:id schemeAgencyID="S">Z{name}</x:id><x:leistungID schemeAgencyID="S">L</x:leistungID><x:gebietID>{area}</x:gebietID><x:rolle><code>01</code></x:rolle></x:zustaendigkeit>
        </x:organisationseinheit></x:schreibe>
        """;

    private string PathOf(string file) => Path.Combine(_folder, file);
}
