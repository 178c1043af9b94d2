using System.Security.Cryptography;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Snapshots;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>What <c>basecomponents doctor --only authorities</c> finds wrong with the directory, and nothing else beside it.</summary>
public sealed class DoctorAuthoritiesTests : IAsyncLifetime
{
    private static readonly string[] Lists = ["Deliveries:0", "RegionList", "PostalCodes"];
    private DoctorSetUp _setUp = null!;

    public async ValueTask InitializeAsync() => _setUp = await DoctorSetUp.StartAsync();

    public ValueTask DisposeAsync() => _setUp.DisposeAsync();

    [Fact]
    public async Task Deliveries_and_live_sources_that_answer_are_well()
    {
        var outcome = await _setUp.RunAsync("--only", "authorities");

        outcome.ExitCode.Should().Be(0, outcome.Said);
        outcome.Findings.Where(line => line.Code == "service").Select(line => line.Subject).Should().Equal("Deliveries, RegionList", "Pvog:BaseAddress", "Routing:BaseAddress");
    }

    [Fact]
    public async Task A_live_source_that_is_away()
    {
        _setUp["Authorities:Pvog:BaseAddress"] = "https://127.0.0.1:1/pvog";

        (await _setUp.RunAsync("--only", "authorities")).HasOnly("service-unreachable", "error", "authorities", "", "Pvog:BaseAddress", "firewall");
    }

    [Fact]
    public async Task A_live_source_whose_roots_are_others()
    {
        using var stranger = DoctorCertificates.Server();
        _setUp["Authorities:Routing:TrustAnchorsPem"] = stranger.ExportCertificatePem();

        (await _setUp.RunAsync("--only", "authorities")).HasOnly("service-untrusted", "error", "authorities", "", "Routing:BaseAddress", "trust anchors");
    }

    [Fact]
    public async Task A_clock_that_is_wrong()
    {
        await using var service = await ShiftedService.StartAsync(TimeSpan.FromMinutes(10));
        (_setUp["Authorities:Pvog:BaseAddress"], _setUp["Authorities:Pvog:TrustAnchorsPem"]) = (service.Address.AbsoluteUri, service.AnchorPem);

        (await _setUp.RunAsync("--only", "authorities")).HasOnly("clock-wrong", "error", "authorities", "", "Pvog:BaseAddress", "time server");
    }

    [Fact]
    public async Task A_snapshot_that_is_signed_by_a_key_in_the_settings_is_well()
    {
        await BuildAsync();

        var outcome = await _setUp.RunAsync("--only", "authorities");

        outcome.ExitCode.Should().Be(0, outcome.Said);
        outcome.Findings.Where(line => line.Severity == "ok").Select(line => line.Code).Should().Contain(["snapshot", "snapshot-signature"]);
    }

    [Fact]
    public async Task A_snapshot_that_is_old()
    {
        await BuildAsync(daysAgo: 8);

        (await _setUp.RunAsync("--only", "authorities")).HasOnly("snapshot-old", "warning", "authorities", "", "Snapshot:Path", "job that builds it");
    }

    [Fact]
    public async Task A_snapshot_of_somebody_else()
    {
        await BuildAsync();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _setUp["Authorities:Snapshot:PublicKeys:0"] = other.ExportSubjectPublicKeyInfoPem();

        (await _setUp.RunAsync("--only", "authorities")).HasOnly("snapshot-unusable", "error", "authorities", "", "Snapshot:Path", "docs/errors.md#");
    }

    [Fact]
    public async Task A_setting_that_is_refused_is_said_once()
    {
        (_setUp["Authorities:Snapshot:Path"], _setUp["Authorities:Snapshot:PublicKeys:0"]) = (_setUp.PathOf("a.snapshot"), "no key");

        var outcome = await _setUp.RunAsync("--only", "authorities");

        outcome.Bad.Should().NotBeEmpty().And.OnlyContain(line => line.Code == "settings-invalid" && line.Severity == "error", outcome.Said).And.OnlyHaveUniqueItems();
        outcome.Bad.Should().Contain(line => line.Found.Contains("not from both"));
    }

    [Fact]
    public async Task A_snapshot_that_is_missing()
    {
        await BuildAsync();
        File.Delete(_setUp.PathOf("a.snapshot"));

        (await _setUp.RunAsync("--only", "authorities")).HasOnly("snapshot-unusable", "error", "authorities", "", "Snapshot:Path", "docs/errors.md#");
    }

    private async Task BuildAsync(int daysAgo = 0)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new Earlier(daysAgo));
        services.AddAuthorities("", new ConfigurationBuilder().AddJsonFile(await _setUp.WriteAsync()).Build().GetSection("BaseComponents:Authorities"));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<SnapshotMaker>("").MakeAsync(_setUp.PathOf("a.snapshot"), key);
        foreach (var list in Lists)
            _setUp[$"Authorities:{list}"] = null;
        (_setUp["Authorities:Snapshot:Path"], _setUp["Authorities:Snapshot:PublicKeys:0"]) = (_setUp.PathOf("a.snapshot"), key.ExportSubjectPublicKeyInfoPem());
    }

    private sealed class Earlier(int days) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(-days);
    }
}
