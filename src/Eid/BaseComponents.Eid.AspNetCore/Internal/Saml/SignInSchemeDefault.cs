using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>Sessions are kept by the application's own scheme, which is a cookie.</summary>
internal sealed class SignInSchemeDefault(IOptions<AuthenticationOptions> authentication) : IPostConfigureOptions<EidSamlSchemeOptions>
{
    public void PostConfigure(string? name, EidSamlSchemeOptions options) =>
        options.SignInScheme ??= authentication.Value.DefaultSignInScheme ?? authentication.Value.DefaultScheme
            ?? throw new InvalidOperationException("No scheme keeps sessions. Call AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie() before the log-in is added.");
}
