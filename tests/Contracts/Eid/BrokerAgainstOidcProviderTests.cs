using BaseComponents.Eid;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>The same log-in over a provider that nobody here wrote.</summary>
public sealed class BrokerAgainstOidcProviderTests(OidcProviderPeer peer) : IClassFixture<OidcProviderPeer>
{
    [Theory]
    [InlineData("pushes-ps256", "Required")]
    [InlineData("signs-es256", "WhereOffered")]
    [InlineData("signs-es256", "Never")]
    public async Task A_citizen_logs_in(string client, string pushed)
    {
        await using var application = await StartAsync(client, pushed);
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);
        await browser.PressAsync("high");

        var citizen = application.Seen!;
        citizen.Person.Should().Be(new EidPerson
        {
            GivenNames = "Zoë",
            FamilyName = "Weiẞmüller",
            DateOfBirth = PartialDate.Parse("    0812"),
            PlaceOfBirth = "Köln",
            Nationality = new CountryCode("DE"),
        });
        citizen.Address.Should().Be(new StructuredAddress { Street = "Heideweg 17", PostalCode = "51147", Locality = "Köln", Country = new CountryCode("DE") });
        (citizen.Level, citizen.Method).Should().Be((AssuranceLevel.High, EidMethod.IdentityCard));
        citizen.Pseudonym!.Value.Should().Be("person-1");
        citizen.AbsenceOf(EidAttribute.BirthName).Should().Be(AbsenceReason.NotRequested);
        citizen.AbsenceOf(EidAttribute.MailAddress).Should().Be(AbsenceReason.NotRequested);
    }

    [Fact]
    public async Task A_pushed_request_shows_the_browser_nothing_but_its_number()
    {
        await using var application = await StartAsync("pushes-ps256", "Required");
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login, redirects: 1);

        browser.Address.Query.Should().Contain("request_uri=").And.NotContain("scope").And.NotContain("acr_values").And.NotContain("state");
    }

    [Fact]
    public async Task A_request_that_must_be_pushed_and_is_not_is_an_outcome()
    {
        await using var application = await StartAsync("pushes-ps256", "Never");
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);

        application.Seen.Should().BeNull();
        browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
    }

    [Fact]
    public async Task A_user_who_gives_up_is_an_outcome()
    {
        await using var application = await StartAsync("pushes-ps256", "Required");
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);
        await browser.PressAsync("abort");

        browser.Text.Should().Be("outcome=CancelledByUser returnUrl=/me");
    }

    [Fact]
    public async Task Too_low_a_level_is_an_outcome()
    {
        await using var application = await StartAsync("signs-es256", "WhereOffered");
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);
        await browser.PressAsync("low");

        browser.Text.Should().Be("outcome=LevelTooLow returnUrl=/me");
    }

    [Fact]
    public async Task A_wrong_secret_is_an_outcome()
    {
        await using var application = await StartAsync("signs-es256", "WhereOffered", secret: "wrong");
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);

        browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
        application.Log.With("(invalid_client)").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_an_outcome()
    {
        await using var application = await StartAsync("signs-es256", "WhereOffered", trust: TestTls.Make().CertificatePem);
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);

        browser.Text.Should().Be("outcome=ServiceUnavailable returnUrl=/me");
        application.Log.With("tls-not-trusted").Should().NotBeEmpty();
    }

    private async Task<BrokerApplication> StartAsync(string client, string pushed, string? secret = null, string? trust = null)
    {
        if (peer.Missing is { } reason)
            Assert.Skip(reason);
        var changes = new Dictionary<string, string?> { ["BaseComponents:Eid:Broker:PushedAuthorization"] = pushed };
        if (secret is not null)
            changes["BaseComponents:Eid:Broker:ClientSecret"] = secret;
        if (trust is not null)
            changes["BaseComponents:Eid:Broker:TrustAnchorsPem"] = trust;
        return await BrokerApplication.StartAsync(peer.Configuration(client), changes, port: peer.ApplicationPort);
    }
}
