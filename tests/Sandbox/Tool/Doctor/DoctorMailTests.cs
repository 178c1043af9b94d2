namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>What <c>basecomponents doctor --only mail</c> finds wrong with mail, and nothing else beside it.</summary>
public sealed class DoctorMailTests : IAsyncLifetime
{
    private DoctorSetUp _setUp = null!;

    public async ValueTask InitializeAsync() => _setUp = await DoctorSetUp.StartAsync();

    public ValueTask DisposeAsync() => _setUp.DisposeAsync();

    [Fact]
    public async Task Everything_that_is_well_is_said()
    {
        var outcome = await _setUp.RunAsync("--only", "mail", "--log-in");

        outcome.ExitCode.Should().Be(0, outcome.Said);
        outcome.Findings.Where(line => line.Severity == "ok").Select(line => line.Subject).Should().Contain(["Smtp:Host", "certificate of Smtp:Host", "Smtp:User", "Limits:MaxMessageSize", "OpenPgp:WebKeyDirectory:Domains:0", "Sender:Certificate"]);
        outcome.Findings.Single(line => line.Code == "relay-log-in").Found.Should().Contain("takes user and password");
    }

    [Fact]
    public async Task A_wrong_password_is_found_where_it_is_tried_and_not_tried_unasked()
    {
        _setUp["SecureMail:Smtp:Password"] = "wrong";

        (await _setUp.RunAsync("--only", "mail")).ExitCode.Should().Be(0, "nobody asked for a log-in");
        (await _setUp.RunAsync("--only", "mail", "--log-in")).HasOnly("smtp.authentication-failed", "error", "mail", "", "Smtp:User", "lock the account");
    }

    [Fact]
    public async Task A_relay_without_STARTTLS()
    {
        await _setUp.SwitchOnAsync("mail.starttls.missing");

        (await _setUp.RunAsync("--only", "mail")).HasOnly("smtp.tls-missing", "error", "mail", "", "Smtp:Security", "stripping TLS");
    }

    [Fact]
    public async Task A_relay_whose_certificate_has_ended()
    {
        await _setUp.SwitchOnAsync("mail.tls.expired");

        var outcome = await _setUp.RunAsync("--only", "mail");

        outcome.HasOnly("smtp.tls-untrusted", "error", "mail", "", "Smtp:TrustAnchorsPem", "Compare Smtp:Host");
        outcome.Bad.Single().Found.Should().StartWith("The certificate of the server ended on 20");
    }

    [Fact]
    public async Task A_relay_whose_roots_are_others()
    {
        using var stranger = DoctorCertificates.Server();
        _setUp["SecureMail:Smtp:TrustAnchorsPem"] = stranger.ExportCertificatePem();

        var outcome = await _setUp.RunAsync("--only", "mail");

        outcome.HasOnly("smtp.tls-untrusted", "error", "mail", "", "Smtp:TrustAnchorsPem", "in between");
        outcome.Bad.Single().Found.Should().Contain("not trusted");
    }

    [Fact]
    public async Task A_relay_that_is_away()
    {
        _setUp["SecureMail:Smtp:Port"] = "1";

        (await _setUp.RunAsync("--only", "mail")).HasOnly("smtp.unreachable", "error", "mail", "", "Smtp:Host", "firewall");
    }

    [Fact]
    public async Task A_relay_that_takes_less_than_the_settings_promise()
    {
        _setUp["SecureMail:Limits:MaxMessageSize"] = "30000000";

        (await _setUp.RunAsync("--only", "mail")).HasOnly("relay-size-small", "warning", "mail", "", "Limits:MaxMessageSize", "Set the limit");
    }

    [Fact]
    public async Task A_directory_of_keys_that_is_away()
    {
        _setUp["SecureMail:OpenPgp:WebKeyDirectory:Domains:0:Server"] = "https://127.0.0.1:1/";

        (await _setUp.RunAsync("--only", "mail")).HasOnly("key-directory-unusable", "error", "mail", "", "OpenPgp:WebKeyDirectory:Domains:0", "Server");
    }

    [Fact]
    public async Task An_LDAP_directory_that_is_away()
    {
        (_setUp["SecureMail:Ldap:Servers:0"], _setUp["SecureMail:Ldap:BaseDn"]) = ("ldaps://127.0.0.1:1", "o=test");

        (await _setUp.RunAsync("--only", "mail")).HasOnly("key-directory-unusable", "error", "mail", "", "directory 1", "recipient.directory-unavailable");
    }

    [Fact]
    public async Task A_mailbox_that_is_away()
    {
        (_setUp["SecureMail:Mailbox:Imap:Host"], _setUp["SecureMail:Mailbox:Imap:Port"], _setUp["SecureMail:Mailbox:Imap:User"]) = ("127.0.0.1", "1", "amt");
        (_setUp["SecureMail:Mailbox:Imap:Password"], _setUp["SecureMail:Mailbox:Imap:SetAsideFolder"]) = ("geheim", "Aside");

        (await _setUp.RunAsync("--only", "mail")).HasOnly("mailbox.unreachable", "error", "mail", "", "Mailbox", "docs/errors.md#mailbox.unreachable");
    }

    [Theory]
    [InlineData(-3, "certificate-expired", "error")]
    [InlineData(15.5, "certificate-ends-soon", "warning")]
    public async Task A_recipient_whose_certificate_ends_is_named_by_its_place_alone(double days, string code, string severity)
    {
        _setUp["SecureMail:Recipients:0:Address"] = "erika.mustermann@amt.example";
        _setUp["SecureMail:Recipients:0:CertificatePem"] = DoctorCertificates.EndsIn(200);
        _setUp["SecureMail:Recipients:1:Address"] = "max.mustermann@amt.example";
        _setUp["SecureMail:Recipients:1:CertificatePem"] = DoctorCertificates.EndsIn(days);

        var outcome = await _setUp.RunAsync("--only", "mail", "--offline");

        outcome.HasOnly(code, severity, "mail", "", "Recipients:1:CertificatePem", "Order a new one");
        outcome.Findings.Should().ContainSingle(line => line.Subject == "Recipients" && line.Severity == "ok");
        string.Join(' ', outcome.Findings).Should().NotContain("mustermann").And.NotContain("amt.example");
    }

    [Fact]
    public async Task A_refused_setting_is_named_without_the_address_in_it()
    {
        _setUp["SecureMail:Sender:Address"] = "erika mustermann@@amt.example";

        var outcome = await _setUp.RunAsync("--only", "mail", "--offline");

        outcome.Bad.Should().NotBeEmpty().And.OnlyContain(line => line.Code == "settings-invalid", outcome.Said);
        string.Join(' ', outcome.Findings).Should().NotContain("mustermann");
    }
}
