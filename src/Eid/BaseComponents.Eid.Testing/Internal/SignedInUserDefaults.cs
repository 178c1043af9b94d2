using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.Testing.Internal;

/// <summary>Whom requests are from is asked of the test alone; challenges still go to the application's own schemes.</summary>
internal sealed class SignedInUserDefaults : IPostConfigureOptions<AuthenticationOptions>
{
    public void PostConfigure(string? name, AuthenticationOptions options)
    {
        options.DefaultChallengeScheme ??= options.DefaultScheme;
        options.DefaultSignInScheme ??= options.DefaultScheme;
        options.DefaultAuthenticateScheme = SignedInUserHandler.SchemeName;
        options.DefaultSignOutScheme = SignedInUserHandler.SchemeName;
    }
}
