using System.Text.Json;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary><c>basecomponents authorities check</c> as an editor runs it.</summary>
public sealed class AuthoritiesCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("authorities-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Findings_are_told_and_end_with_one()
    {
        var (code, printed) = await CheckAsync(Delivery(""));
        code.Should().Be(1, printed);
        printed.Should().Contain("NoElectronicAddress: Amt decides, and has no electronic address. [S/OE/A]").And.Contain("KIND NUMBER NoElectronicAddress 1");

        var (_, json) = await CheckAsync(Delivery(""), "--json");
        using var report = JsonDocument.Parse(json);
        report.RootElement.GetProperty("counts").GetProperty("NoElectronicAddress").GetInt32().Should().Be(1);
        report.RootElement.GetProperty("findings")[0].GetProperty("subjects")[0].GetString().Should().Be("S/OE/A");
    }

    [Fact]
    public async Task Good_data_ends_with_nought()
    {
        var (code, printed) = await CheckAsync(Delivery("<kommunikation><kanal><code>01</code></kanal><kennung>a@a.amt.example</kennung></kommunikation>"));
        code.Should().Be(0, printed);
        printed.Should().Contain("Nothing found");
    }

    [Fact]
    public async Task What_cannot_be_read_ends_with_two()
    {
        var (code, printed) = await CheckAsync("<html/>");
        code.Should().Be(2);
        printed.Should().Contain("Nothing was done").And.Contain("authorities.data-invalid");
    }

    private static string Delivery(string more) => $"""
        <t xmlns="http://xoev.de/schemata/xzufi/2_2_0"><schreibe><organisationseinheit>
          <id schemeAgencyID="S" schemeID="OE">A</id><name><name>Amt</name></name>{more}
          <zustaendigkeit><leistungID>99102013104000</leistungID><gebietID>14</gebietID><rolle><code xmlns="">01</code></rolle></zustaendigkeit>
        </organisationseinheit></schreibe></t>
        """;

    private async Task<(int ExitCode, string Printed)> CheckAsync(string delivery, params string[] more)
    {
        var token = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(In("delivery.xml"), delivery, token);
        await File.WriteAllTextAsync(In("regions.json"), """{ "daten": [["145220180180", "Freiberg, Stadt", null]] }""", token);
        await File.WriteAllTextAsync(In("settings.json"), JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["BaseComponents:Authorities:Environment"] = "Test",
            ["BaseComponents:Authorities:RegionList"] = In("regions.json"),
            ["BaseComponents:Authorities:Deliveries:0"] = In("delivery.xml"),
        }), token);
        await using var tool = new RunningTool(["authorities", "check", "--settings", In("settings.json"), .. more]);
        return await tool.EndAsync();
    }

    private string In(string name) => Path.Combine(_folder, name);
}
