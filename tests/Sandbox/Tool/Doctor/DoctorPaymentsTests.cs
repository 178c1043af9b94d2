namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>What <c>basecomponents doctor --only payments</c> finds wrong with payments, and nothing else beside it.</summary>
public sealed class DoctorPaymentsTests : IAsyncLifetime
{
    private DoctorSetUp _setUp = null!;

    public async ValueTask InitializeAsync() => _setUp = await DoctorSetUp.StartAsync();

    public ValueTask DisposeAsync() => _setUp.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("PmPayment")]
    [InlineData("Epay21")]
    [InlineData("Epaybl")]
    public async Task A_service_that_lets_us_in_is_well_and_its_clock_is_compared(string dialect)
    {
        Use(dialect);

        var outcome = await _setUp.RunAsync("--only", "payments");

        outcome.ExitCode.Should().Be(0, outcome.Said);
        outcome.Findings.Where(line => line.Severity == "ok").Select(line => line.Code).Should().Contain(["payments", "clock"]);
    }

    [Fact]
    public async Task A_certificate_that_nobody_has_entered_there()
    {
        _setUp["Payments:ClientCertificatePem"] = DoctorCertificates.EndsIn(90);

        (await _setUp.RunAsync("--only", "payments")).HasOnly("payments-access", "error", "payments", "", "payment service", "OriginatorId");
    }

    [Fact]
    public async Task A_client_certificate_that_has_ended_is_named_beside_the_refusal()
    {
        _setUp["Payments:ClientCertificatePem"] = DoctorCertificates.EndsIn(-2);

        var outcome = await _setUp.RunAsync("--only", "payments");

        outcome.Bad.Select(line => line.Code).Should().Contain("certificate-expired", outcome.Said);
        outcome.ExitCode.Should().Be(1);
    }

    [Theory]
    [InlineData("Epay21", "Credentials:Secret")]
    [InlineData("PmPayment", "Credentials:Secret")]
    [InlineData("", "OriginatorId")]
    public async Task Credentials_that_are_wrong(string dialect, string setting)
    {
        Use(dialect);
        _setUp[$"Payments:{setting}"] = "wrong";

        var outcome = await _setUp.RunAsync("--only", "payments");

        outcome.HasOnly("payments-access", "error", "payments", "", "payment service", "");
        outcome.Bad.Single().Should().Match<DoctorOutcome.Line>(line => (line.Found + line.Action).Contains("operator"), "somebody has to be asked");
    }

    [Fact]
    public async Task A_service_that_is_out_of_order()
    {
        await _setUp.SwitchOnAsync("payments.unavailable");

        (await _setUp.RunAsync("--only", "payments")).HasOnly("payments-unavailable", "warning", "payments", "", "payment service", "firewall");
    }

    [Theory]
    [InlineData(60, "clock-off", "warning")]
    [InlineData(-600, "clock-wrong", "error")]
    public async Task A_clock_that_is_wrong(int seconds, string code, string severity)
    {
        await using var service = await ShiftedService.StartAsync(TimeSpan.FromSeconds(seconds));
        _setUp["Payments:BaseAddress"] = service.Address.AbsoluteUri;
        _setUp["Payments:TrustAnchorsPem"] = service.AnchorPem;

        (await _setUp.RunAsync("--only", "payments")).HasOnly(code, severity, "payments", "", "payment service", "time server");
    }

    // An application speaks one dialect; the Sandbox hands out a section for each.
    private void Use(string dialect)
    {
        if (dialect.Length == 0)
            return;
        foreach (var setting in new[] { "BaseAddress", "Authentication", "Dialect", "EndPointId", "OriginatorId", "Credentials:Name", "Credentials:Secret", "Credentials:Scope", "Credentials:TokenAddress" })
            _setUp[$"Payments:{setting}"] = dialect == "Epaybl" ? null : _setUp[$"Payments:{dialect}:{setting}"];
        _setUp["Payments:ClientCertificatePem"] = null;
    }
}
