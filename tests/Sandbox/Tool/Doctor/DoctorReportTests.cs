using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>The report of <c>basecomponents doctor</c> over all components: for people, for scripts, and by its exit code.</summary>
public sealed class DoctorReportTests : IAsyncLifetime
{
    private DoctorSetUp _setUp = null!;

    public async ValueTask InitializeAsync() => _setUp = await DoctorSetUp.StartAsync();

    public ValueTask DisposeAsync() => _setUp.DisposeAsync();

    [Fact]
    public async Task A_set_up_in_order_is_healthy_over_all_components()
    {
        var outcome = await _setUp.RunAsync();

        (outcome.ExitCode, outcome.Healthy).Should().Be((0, true), outcome.Said);
        outcome.Findings.Where(line => line.Severity == "ok").Select(line => line.Component).Distinct().Should().BeEquivalentTo("eid", "payments", "authorities", "mail");
        outcome.Findings.Where(line => line.Severity == "ok").Select(line => line.Code).Should().Contain(["certificate", "requests", "settings", "service", "clock", "rights", "discovery", "payments", "relay", "relay-log-in", "key-directory"]);
        outcome.Findings.Where(line => line.Severity == "skipped").Select(line => line.Code).Should().BeEquivalentTo(
            "metadata", "metadata", "communication-certificate", "application-only", "store-not-named", "snapshot", "outbox");
        outcome.Findings.Should().OnlyContain(line => line.Docs == "docs/operations.md#the-doctor" && line.Found.Length > 0);
    }

    [Fact]
    public async Task No_key_no_secret_and_no_address_of_a_person_is_printed()
    {
        _setUp["SecureMail:Smtp:Port"] = "1";
        _setUp["Payments:OriginatorId"] = "nobody-knows-this-one";
        _setUp["Eid:Broker:Authority"] = new Uri(_setUp.MachineAddress, "/elsewhere").AbsoluteUri;

        var outcome = await _setUp.RunAsync("--log-in");

        var said = string.Join(' ', outcome.Findings);
        outcome.Bad.Should().HaveCountGreaterThan(2);
        foreach (var secret in new[] { "SecureMail:Smtp:Password", "SecureMail:Sender:Address", "Eid:Broker:ClientSecret", "Payments:OriginatorId" })
            said.Should().NotContain(_setUp[secret] ?? throw new InvalidOperationException(secret), secret);
        said.Should().NotContain("PRIVATE KEY").And.NotContain("BEGIN CERT");
    }

    [Fact]
    public async Task For_people_the_worst_stands_last_and_the_sum_at_the_end()
    {
        _setUp["SecureMail:Smtp:Port"] = "1";
        _setUp["Eid:BundId:SigningCertificate:Pem"] = DoctorCertificates.EndsIn(12.5);

        await using var tool = new RunningTool(["doctor", "--settings", await _setUp.WriteAsync(), "--only", "eid", "--only", "mail"]);
        var (code, lines) = await tool.EndWithLinesAsync();

        code.Should().Be(1, string.Join('\n', lines));
        var severities = lines.Select(static line => line.Split(' ')[0]).Where(static word => word is "ok" or "skipped" or "warning" or "error").ToArray();
        severities.Should().BeEquivalentTo(severities.OrderBy(static word => Array.IndexOf(["ok", "skipped", "warning", "error"], word)), options => options.WithStrictOrdering());
        lines[^1].Should().MatchRegex("^[0-9]+ ok, [0-9]+ skipped, 1 warning, 1 error$");
        lines[^4].Should().StartWith("error    mail: smtp.unreachable: Smtp:Host: The mail server does not answer as one (");
        lines[^3].Should().Be("         Look at Smtp:Host, Smtp:Port and the firewall. (docs/operations.md#the-doctor)");
    }

    [Fact]
    public async Task Offline_asks_nobody_and_says_so()
    {
        await _setUp.StopSandboxAsync();

        var outcome = await _setUp.RunAsync("--offline");

        outcome.ExitCode.Should().Be(0, outcome.Said);
        outcome.Findings.Where(line => line.Code == "offline").Select(line => line.Subject).Should().BeEquivalentTo("eid:services", "payments", "authorities:services", "mail:services", "mail:outbox");
    }

    [Fact]
    public async Task Services_that_are_all_away_are_each_named()
    {
        await _setUp.StopSandboxAsync();

        var outcome = await _setUp.RunAsync("--timeout", "60");

        outcome.ExitCode.Should().Be(1);
        outcome.Bad.Select(line => (line.Component, line.Code)).Should().Contain([
            ("eid", "service-unreachable"), ("eid", "discovery-unusable"), ("eid", "eid-server-unusable"), ("payments", "payments-unavailable"),
            ("authorities", "service-unreachable"), ("mail", "smtp.unreachable"), ("mail", "key-directory-unusable")]);
        outcome.Bad.Should().NotContain(line => line.Code == "check-failed", outcome.Said);
    }

    [Fact]
    public async Task Several_municipalities_are_told_apart()
    {
        var town = JsonNode.Parse(await File.ReadAllTextAsync(await _setUp.WriteAsync()))!["BaseComponents"]!;
        var other = town.DeepClone();
        other["Eid"]!["BundId"]!["SigningCertificate"]!["Pem"] = DoctorCertificates.EndsIn(-1.5);
        var file = _setUp.PathOf("towns.json");
        await File.WriteAllTextAsync(file, new JsonObject { ["Towns"] = new JsonObject { ["Dresden"] = town.DeepClone(), ["Leipzig"] = other } }.ToJsonString());
        await using var tool = new RunningTool(["doctor", "--settings", file, "--section", "Towns:Dresden", "--section", "Towns:Leipzig", "--json", "--offline"]);
        var (code, printed) = await tool.EndAsync();

        DoctorOutcome.Read(code, printed).HasOnly("certificate-expired", "error", "eid", "BundId-leipzig", "SigningCertificate", "Order a new one");
    }

    [Fact]
    public async Task A_file_that_is_missing_and_wrong_arguments_end_with_2()
    {
        await using var missing = new RunningTool(["doctor", "--settings", _setUp.PathOf("none.json")]);
        (await missing.EndAsync()).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.StartsWith("Nothing was looked at:"));
        await using var wrong = new RunningTool(["doctor", "--settings", _setUp.PathOf("none.json"), "--timeout", "0"]);
        (await wrong.EndAsync()).Should().Match<(int ExitCode, string Printed)>(said => said.ExitCode == 2 && said.Printed.Contains("from 1 to 600"));
    }
}
