using BaseComponents.Eid.AspNetCore;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>An address that cannot be the real service, or is missing for the binding in use, is found at the start and not by the first citizen.</summary>
public sealed class IdentityProviderSettingsTests : IDisposable
{
    private readonly string _metadata = Path.GetTempFileName();

    public void Dispose() => File.Delete(_metadata);

    [Theory]
    [InlineData("Production", "PostAddress", "http://idp.example/sso", true)]
    [InlineData("Production", "PostAddress", "https://127.0.0.1/sso", true)]
    [InlineData("Production", "RedirectAddress", "http://idp.example/sso", true)]
    [InlineData("Production", "RedirectAddress", "https://localhost/sso", true)]
    [InlineData("Production", "RedirectAddress", "https://idp.example/sso", false)]
    [InlineData("Sandbox", "RedirectAddress", "http://127.0.0.1/sso", false)]
    public void Production_asks_no_service_on_this_machine_and_none_without_encryption(string environment, string setting, string address, bool isRefused) =>
        ShouldSay(isRefused, $"IdentityProvider:{setting}", ("Environment", environment), ($"IdentityProvider:{setting}", address));

    [Theory]
    [InlineData("http://idp.example/sso", true)]
    [InlineData("https://idp.example/sso", false)]
    public void Metadata_are_no_way_around(string address, bool isRefused)
    {
        File.WriteAllText(_metadata, $"""
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{Parties.IdentityProviderId}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <md:KeyDescriptor><ds:KeyInfo xmlns:ds="{ForgedSignature.Dsig}"><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(Parties.IdentityProvider.RawData)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="{address}"/></md:IDPSSODescriptor></md:EntityDescriptor>
            """);
        var pin = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_metadata)));

        ShouldSay(isRefused, "IdentityProvider:PostAddress", ("Environment", "Production"), ("IdentityProvider:MetadataPath", _metadata), ("IdentityProvider:MetadataSha256", pin));
    }

    [Theory]
    [InlineData("Redirect", "RedirectAddress", true)]
    [InlineData("Post", "RedirectAddress", false)]
    [InlineData("Post", "PostAddress", true)]
    [InlineData("Redirect", "PostAddress", false)]
    public void The_binding_in_use_has_an_address(string binding, string missing, bool isRefused) =>
        ShouldSay(isRefused, $"IdentityProvider:{missing}", ("Binding", binding), ($"IdentityProvider:{missing}", null));

    [Fact]
    public void A_weak_key_is_said_by_the_setting_that_holds_it()
    {
        using var weak = Parties.Certificate("weak", keySize: 1024);
        var pem = weak.ExportCertificatePem();
        File.WriteAllText(_metadata, "<x/>");

        ShouldSay(isRefused: true, "IdentityProvider:CertificatesPem cannot be read, or holds a certificate with a weak key", ("IdentityProvider:CertificatesPem", pem));
        ShouldSay(
            isRefused: true, "IdentityProvider:MetadataSignersPem cannot be read, or holds a certificate with a weak key", ("IdentityProvider:MetadataPath", _metadata), ("IdentityProvider:MetadataSignersPem", pem));
    }

    private static void ShouldSay(bool isRefused, string said, params (string Name, string? Value)[] changes)
    {
        var settings = SamlApplication.Settings();
        foreach (var (name, value) in changes)
            settings[$"BundId:{name}"] = value;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Parties.Now));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddBundId(builder.Configuration.GetSection("BundId"));
        using var services = builder.Services.BuildServiceProvider();

        // Other rules speak too, such as the one about where keys are kept.
        if (isRefused)
            Failures(services).Should().Contain(said);
        else
            Failures(services).Should().NotContain(said);
    }

    private static string Failures(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IOptionsMonitor<BundIdOptions>>().Get(EidDefaults.BundIdScheme);
            return "";
        }
        catch (OptionsValidationException exception)
        {
            return exception.Message;
        }
    }
}
