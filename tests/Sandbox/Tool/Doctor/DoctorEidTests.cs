using System.Text;
using System.Xml.Linq;

namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>What <c>basecomponents doctor --only eid</c> finds wrong with log-ins, and nothing else beside it.</summary>
public sealed class DoctorEidTests : IAsyncLifetime
{
    private DoctorSetUp _setUp = null!;

    public async ValueTask InitializeAsync() => _setUp = await DoctorSetUp.StartAsync();

    public ValueTask DisposeAsync() => _setUp.DisposeAsync();

    [Theory]
    [InlineData(-1.5, "certificate-expired", "error", "Order a new one")]
    [InlineData(6.5, "certificate-ends-now", "error", "Replace it now")]
    [InlineData(20.5, "certificate-ends-soon", "warning", "Order a new one")]
    public async Task A_signing_certificate_that_ends(double days, string code, string severity, string action)
    {
        _setUp["Eid:BundId:SigningCertificate:Pem"] = DoctorCertificates.EndsIn(days);

        (await _setUp.RunAsync("--only", "eid")).HasOnly(code, severity, "eid", "BundId", "SigningCertificate", action);
    }

    [Fact]
    public async Task A_decryption_certificate_and_the_one_towards_the_eID_Server_are_looked_at_too()
    {
        _setUp["Eid:Unternehmenskonto:DecryptionCertificates:1:Pem"] = DoctorCertificates.EndsIn(-2);
        _setUp["Eid:EidServer:SigningCertificate:Pem"] = DoctorCertificates.EndsIn(3);

        var outcome = await _setUp.RunAsync("--only", "eid", "--offline");

        outcome.Bad.Select(line => (line.Tenant, line.Code, line.Subject)).Should().BeEquivalentTo([
            ("Unternehmenskonto", "certificate-expired", "DecryptionCertificates:1"), ("EidServer", "certificate-ends-now", "SigningCertificate")]);
    }

    [Fact]
    public async Task The_keys_towards_a_broker_are_looked_at()
    {
        _setUp["Eid:Broker:Client:Authentication"] = "PrivateKeyJwt";
        _setUp["Eid:Broker:Client:SigningCertificates:0:Pem"] = DoctorCertificates.EndsIn(10.5);

        (await _setUp.RunAsync("--only", "eid", "--offline")).HasOnly("certificate-ends-soon", "warning", "eid", "EidBroker", "Client:SigningCertificates:0", "Order a new one");
    }

    [Fact]
    public async Task A_key_that_is_coming_is_named_once_and_one_whose_certificate_is_over_is_not()
    {
        await PublishAsync();

        (await _setUp.RunAsync("--only", "eid")).HasOnly("metadata-new-key", "warning", "eid", "BundId", "IdentityProvider:PublishedMetadata", "add it beside the old one");
    }

    [Fact]
    public async Task Metadata_that_are_those_of_the_settings_are_well_and_changed_ones_have_drifted()
    {
        var metadata = await PublishAsync();
        TakeComingKey(metadata);
        var well = await _setUp.RunAsync("--only", "eid");
        (well.ExitCode, well.Findings.Any(line => line is { Code: "metadata", Severity: "ok", Tenant: "BundId" })).Should().Be((0, true), well.Said);

        await File.WriteAllTextAsync(_setUp.PathOf("published.xml"), metadata.Replace("/bundid/sso", "/bundid/moved", StringComparison.Ordinal));
        var drifted = await _setUp.RunAsync("--only", "eid");

        drifted.Bad.Should().HaveCount(2, drifted.Said).And.OnlyContain(line => line.Code == "metadata-drift" && line.Severity == "error" && line.Tenant == "BundId" && line.Found.Contains("/bundid/moved") && line.Action.Contains("Ask the operator"));
    }

    [Fact]
    public async Task Metadata_of_somebody_else_have_drifted()
    {
        _setUp["Eid:BundId:IdentityProvider:PublishedMetadata"] = _setUp.PathOf("published.xml");
        await File.WriteAllBytesAsync(_setUp.PathOf("published.xml"), await _setUp.FetchAsync("/unternehmenskonto/metadata"));

        (await _setUp.RunAsync("--only", "eid")).HasOnly("metadata-drift", "error", "eid", "BundId", "IdentityProvider:PublishedMetadata", "Ask the operator");
    }

    [Fact]
    public async Task Metadata_are_fetched_from_where_they_are_published_with_the_clock()
    {
        TakeComingKey(await PublishAsync());
        _setUp["Eid:BundId:IdentityProvider:PublishedMetadata"] = new Uri(_setUp.MachineAddress, "/bundid/metadata").AbsoluteUri;
        _setUp["Eid:BundId:IdentityProvider:PublishedMetadataAnchorsPem"] = _setUp["Eid:Broker:TrustAnchorsPem"];

        var outcome = await _setUp.RunAsync("--only", "eid");

        outcome.ExitCode.Should().Be(0, outcome.Said);
        outcome.Findings.Where(line => line.Tenant == "BundId" && line.Severity == "ok").Select(line => line.Code).Should().Contain(["metadata", "clock"]);
    }

    [Fact]
    public async Task A_right_that_the_authorisation_certificate_does_not_give()
    {
        _setUp["Eid:EidServer:OptionalAttributes:0"] = "PlaceOfResidence";
        (await _setUp.RunAsync("--only", "eid")).ExitCode.Should().Be(0);
        await _setUp.SwitchOnAsync("eid-server.server-info.fewer-rights");

        var outcome = await _setUp.RunAsync("--only", "eid");

        outcome.HasOnly("rights-missing", "error", "eid", "EidServer", "RequiredAttributes, OptionalAttributes", "have the certificate extended");
        outcome.Bad.Single().Found.Should().Contain("PlaceOfResidence");
    }

    [Fact]
    public async Task An_eID_Server_that_is_out_of_order_is_told_from_one_that_is_away()
    {
        await _setUp.SwitchOnAsync("eid-server.unavailable");

        (await _setUp.RunAsync("--only", "eid")).HasOnly("eid-server-unusable", "error", "eid", "EidServer", "Address", "docs/errors.md");
    }

    [Fact]
    public async Task A_TLS_certificate_that_the_authorisation_certificate_does_not_name()
    {
        // The pages of the Sandbox are http, its machine endpoints are https: the eID-Server's own certificate is compared there.
        _setUp["Eid:EidServer:CommunicationAddresses:0"] = _setUp.MachineAddress.AbsoluteUri;
        _setUp["Eid:EidServer:CommunicationCertificatesSha256:0"] = new string('0', 64);

        (await _setUp.RunAsync("--only", "eid")).HasOnly("communication-certificate-unknown", "error", "eid", "EidServer", "CommunicationAddresses:0", "add its hash");
    }

    [Fact]
    public async Task A_request_that_the_identity_provider_would_cut()
    {
        _setUp["Eid:BundId:OrganisationDisplayName"] = new string('B', 200);
        (await _setUp.RunAsync("--only", "eid", "--offline")).HasOnly("lint-organization-display-name-long", "warning", "eid", "BundId", "requests and metadata", "AcceptedWarnings");

        _setUp["Eid:BundId:AcceptedWarnings:0"] = "lint-organization-display-name-long";
        (await _setUp.RunAsync("--only", "eid", "--offline")).ExitCode.Should().Be(0, "somebody has said that it is meant so");
    }

    private async Task<string> PublishAsync()
    {
        var metadata = Encoding.UTF8.GetString(await _setUp.FetchAsync("/bundid/metadata"));
        await File.WriteAllTextAsync(_setUp.PathOf("published.xml"), metadata);
        _setUp["Eid:BundId:IdentityProvider:PublishedMetadata"] = _setUp.PathOf("published.xml");
        return metadata;
    }

    private void TakeComingKey(string metadata)
    {
        var coming = XDocument.Parse(metadata).Descendants(XName.Get("X509Certificate", "http://www.w3.org/2000/09/xmldsig#")).Last().Value;
        _setUp["Eid:BundId:IdentityProvider:CertificatesPem"] += $"\n-----BEGIN CERTIFICATE-----\n{coming}\n-----END CERTIFICATE-----\n";
    }
}
