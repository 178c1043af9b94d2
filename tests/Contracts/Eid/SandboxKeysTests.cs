using BaseComponents.Eid;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>The component with a key, against the Sandbox: signed requests, encrypted answers, verified claims, logout.</summary>
public sealed class SandboxKeysTests(RunningSandbox sandbox) : SandboxWithApplication(sandbox)
{
    private const string Section = "BaseComponents:Eid:Broker";

    [Theory]
    [InlineData("Required")]
    [InlineData("Never")]
    public async Task A_citizen_logs_in_with_signed_requests_and_encrypted_answers(string pushed)
    {
        await using var application = await StartAsync(("PushedAuthorization", pushed));
        await LogInAtAsync(application);

        application.Seen.Should().NotBeNull(application.Log.With("BaseComponents.Eid").LastOrDefault());
        (application.Seen!.Person.FamilyName, application.Seen.Level).Should().Be(("MUSTERMANN", AssuranceLevel.High));
    }

    [Fact]
    public async Task A_token_that_is_not_encrypted_where_that_was_promised_is_refused()
    {
        await using var application = await StartAsync();
        await ArmAsync("eid.plain-id-token");
        await LogInAtAsync(application);

        Browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
        application.Log.With("token-not-encrypted").Should().ContainSingle();
    }

    [Fact]
    public async Task An_unsigned_request_gets_no_page()
    {
        await using var application = await StartAsync(("PushedAuthorization", "Never"), ("Client:RequestObjects", "Never"));
        await Browser.GoAsync(application.Login);

        Browser.Text.Should().Contain("invalid_request_object");
    }

    [Fact]
    public async Task Another_key_proves_nothing()
    {
        await using var application = await StartAsync(("Client:SigningCertificates:0:Pem", ClientKeys.Rsa().Pem));
        await Browser.GoAsync(application.Login);

        Browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
        application.Log.With("(invalid_client)").Should().ContainSingle();
    }

    [Fact]
    public async Task Verified_claims_carry_their_trust()
    {
        await using var application = await StartAsync(
            ("VerifiedClaims:Frameworks:0:Name", "eidas"),
            ("VerifiedClaims:Frameworks:0:AssuranceLevel", "high"),
            ("VerifiedClaims:Frameworks:0:Level", "High"),
            ("VerifiedClaims:Claims:0", "family_name"));
        await LogInAtAsync(application);

        application.Seen!.TrustOf(EidAttribute.FamilyName).Should().Be(AssuranceLevel.High);
        application.Seen.TrustOf(EidAttribute.GivenNames).Should().Be(AssuranceLevel.Unknown);
    }

    [Theory]
    [InlineData(null, "200", "nobody")]
    [InlineData("eid.logout.replayed", "400", "nobody")]
    [InlineData("eid.logout.with-nonce", "400", "logged in: High")]
    [InlineData("eid.logout.expired", "400", "logged in: High")]
    [InlineData("eid.logout.wrong-audience", "400", "logged in: High")]
    [InlineData("eid.logout.wrong-key", "400", "logged in: High")]
    public async Task A_log_out_at_the_broker_ends_the_session_if_it_is_in_order(string? fault, string status, string seen)
    {
        await LogInAsync("Erika Mustermann");
        if (fault is not null)
            await ArmAsync(fault);
        await Browser.GoAsync(new Uri(Sandbox.Address, "/broker/sessions"));
        await Browser.PressAsync("Abmelden");
        Browser.Text.Should().Contain($"<strong>{status}</strong>");

        await Browser.GoAsync(new Uri(Application.Address, "/me"));
        Browser.Text.Should().Be(seen);
    }

    private async Task LogInAtAsync(BrokerApplication application)
    {
        await Browser.GoAsync(application.Login);
        Browser.Text.Should().Contain("Anmelden als", application.Log.With("BaseComponents.Eid").LastOrDefault());
        await Browser.PressAsync("Anmelden als Erika Mustermann");
    }

    private Task<BrokerApplication> StartAsync(params (string Name, string Value)[] changes)
    {
        var settings = Sandbox.Configuration.GetSection(Section + "WithKey").AsEnumerable(makePathsRelative: true)
            .Where(setting => setting.Value is not null)
            .ToDictionary(setting => $"{Section}:{setting.Key}", setting => setting.Value);
        foreach (var (name, value) in changes)
            settings[$"{Section}:{name}"] = value;
        return BrokerApplication.StartAsync(new ConfigurationBuilder().Build(), settings);
    }
}
