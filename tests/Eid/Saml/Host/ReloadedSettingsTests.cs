using System.Security.Cryptography;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>Settings that become wrong while people use the application: one town's mistake must not end the sessions of all.</summary>
public sealed class ReloadedSettingsTests
{
    private static readonly string Metadata = $"""
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{Parties.IdentityProviderId}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(Parties.IdentityProvider.RawData)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>
        """;

    [Fact]
    public async Task Settings_that_became_wrong_end_no_session_and_log_ins_go_on_with_the_last_good_ones()
    {
        await using var application = await SamlApplication.StartAsync();
        var browser = new SamlBrowser(application);
        await LogInAsync(browser);

        Break(application);

        await browser.GoAsync("/me");
        browser.Text.Should().StartWith("ERIKA MUSTERMANN");
        await LogInAsync(new SamlBrowser(application));
    }

    [Fact]
    public async Task Metadata_that_vanish_after_the_start_end_log_ins_and_nothing_else()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Metadata);
        var settings = SamlApplication.Settings();
        settings["BundId:IdentityProvider:MetadataPath"] = file;
        settings["BundId:IdentityProvider:MetadataSha256"] = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file)));
        await using var application = await SamlApplication.StartAsync(settings);
        File.Delete(file);
        var browser = new SamlBrowser(application);

        await browser.GoAsync("/me");

        browser.Text.Should().Be("nobody");
    }

    private static async Task LogInAsync(SamlBrowser browser)
    {
        var (id, relayState) = await browser.BeginAsync();
        await browser.AnswerAsync(Answers.Encrypted(new ForgedResponse { InResponseTo = id, AssertionId = "_" + id }), relayState);
        browser.Location.Should().Be("/me");
    }

    private static void Break(SamlApplication application)
    {
        var configuration = (IConfigurationRoot)application.Services.GetRequiredService<IConfiguration>();
        configuration["BundId:MinimumLevel"] = "Unknown";
        var reload = configuration.Reload;
        reload.Should().Throw<Exception>("the settings are checked anew").Which.ToString().Should().Contain("MinimumLevel: Unknown");
    }
}
