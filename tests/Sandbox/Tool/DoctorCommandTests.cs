using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary><c>basecomponents doctor</c> against a Sandbox: a set-up in order, and broken ones.</summary>
public sealed class DoctorCommandTests : IAsyncLifetime
{
    private static readonly string[] Fields = ["component", "tenant", "code", "severity", "subject", "found", "action", "docs"];
    private readonly string _folder = Directory.CreateTempSubdirectory("doctor-").FullName;
    private SandboxServer _sandbox = null!;
    private JsonObject _settings = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync();
        _settings = ToJson(_sandbox.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_set_up_in_order_is_healthy_and_its_report_has_a_fixed_form()
    {
        Keep("Payments", "Authorities", "SecureMail");
        // One of the Sandbox's recipients has a certificate that has ended, on purpose.
        Section("SecureMail").Remove("Recipients");

        var (code, report) = await RunAsync();

        code.Should().Be(0, report.ToJsonString());
        report["version"]!.GetValue<int>().Should().Be(1);
        report["healthy"]!.GetValue<bool>().Should().BeTrue();
        report["findings"]!.AsArray().Should().AllSatisfy(finding => finding!.AsObject().Select(field => field.Key).Should().Equal(Fields));
        Codes(report, "ok").Should().Contain(["payments", "service", "clock", "relay", "certificate"]);
        Codes(report, "skipped").Should().Contain(["not-configured", "store-not-named"], "what was not looked at is said");
    }

    [Fact]
    public async Task A_payment_service_that_is_away_is_named_with_what_to_do()
    {
        Keep("Payments");
        await _sandbox.DisposeAsync();

        var (code, report) = await RunAsync("--only", "payments");

        code.Should().Be(3, report.ToJsonString());
        Finding(report, "payments-unavailable")["action"]!.GetValue<string>().Should().Contain("firewall");
    }

    [Fact]
    public async Task A_relay_without_starttls_is_an_error()
    {
        Keep("SecureMail");
        using var relay = PlainRelay(out var port);
        Section("SecureMail")["Smtp"]!["Port"] = port;

        var (code, report) = await RunAsync("--only", "mail");

        code.Should().Be(1, report.ToJsonString());
        Finding(report, "smtp.tls-missing")["action"]!.GetValue<string>().Should().Contain("Smtp:Security");
    }

    [Fact]
    public async Task A_certificate_that_has_ended_is_an_error_and_no_key_is_printed()
    {
        Keep("SecureMail");
        Section("SecureMail")["TrustAnchorsPem"] = Ended();

        var (code, report) = await RunAsync("--only", "mail", "--offline");

        code.Should().Be(1, report.ToJsonString());
        Finding(report, "certificate-expired")["action"]!.GetValue<string>().Should().Contain("new one");
        Codes(report, "skipped").Should().Contain("offline");
        report.ToJsonString().Should().NotContain("PRIVATE KEY");
    }

    [Fact]
    public async Task A_database_without_tables_is_an_error()
    {
        Keep("Payments");
        var file = Path.Combine(_folder, "empty.db");
        await File.WriteAllBytesAsync(file, []);

        var (code, report) = await RunAsync("--only", "payments", "--database", $"sqlite:{file}");

        code.Should().Be(1, report.ToJsonString());
        Finding(report, "payments-database-unusable")["action"]!.GetValue<string>().Should().Contain("tables");
    }

    [Fact]
    public async Task Settings_that_are_refused_are_named_and_a_missing_file_is_unusable()
    {
        Keep("Eid");

        var (code, report) = await RunAsync("--only", "eid", "--offline");

        code.Should().Be(1, report.ToJsonString());
        Finding(report, "settings-invalid")["found"]!.GetValue<string>().Should().Contain("PublicAddress");
        await using var tool = new RunningTool(["doctor", "--settings", Path.Combine(_folder, "none.json")]);
        (await tool.EndAsync()).ExitCode.Should().Be(2);
    }

    private async Task<(int Code, JsonNode Report)> RunAsync(params string[] arguments)
    {
        var file = Path.Combine(_folder, "settings.json");
        await File.WriteAllTextAsync(file, _settings.ToJsonString());
        await using var tool = new RunningTool(["doctor", "--settings", file, "--json", .. arguments]);
        var (code, printed) = await tool.EndAsync();
        return (code, JsonNode.Parse(printed) ?? throw new JsonException(printed));
    }

    private JsonObject Section(string component) => _settings["BaseComponents"]![component]!.AsObject();

    private void Keep(params string[] components)
    {
        var all = _settings["BaseComponents"]!.AsObject();
        foreach (var other in all.Select(section => section.Key).Except(components).ToArray())
            all.Remove(other);
    }

    private static IEnumerable<string> Codes(JsonNode report, string severity) =>
        report["findings"]!.AsArray().Where(finding => finding!["severity"]!.GetValue<string>() == severity).Select(finding => finding!["code"]!.GetValue<string>());

    private static JsonNode Finding(JsonNode report, string code) =>
        report["findings"]!.AsArray().FirstOrDefault(finding => finding!["code"]!.GetValue<string>() == code) ?? throw new InvalidOperationException($"No {code} in {report.ToJsonString()}");

    private static string Ended()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Ended", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(-2));
        return certificate.ExportCertificatePem();
    }

    private static TcpListener PlainRelay(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            var buffer = new byte[1024];
            await stream.WriteAsync(Encoding.ASCII.GetBytes("220 relay.example ESMTP\r\n"));
            while (await stream.ReadAsync(buffer) > 0)
                await stream.WriteAsync(Encoding.ASCII.GetBytes("250 relay.example\r\n"));
        });
        return listener;
    }

    private static JsonObject ToJson(IConfiguration section)
    {
        var json = new JsonObject();
        foreach (var child in section.GetChildren())
            json[child.Key] = child.GetChildren().Any() ? ToJson(child) : JsonValue.Create(child.Value);
        return json;
    }
}
