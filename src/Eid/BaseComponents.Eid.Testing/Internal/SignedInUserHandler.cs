using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.Testing.Internal;

/// <summary>Takes the test's user for the user of the request; log-out logs it out.</summary>
internal sealed class SignedInUserHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, SignedInUser user)
    : SignOutAuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "EidTestUser";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(user.Identity is { } identity
        ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity.ToClaimsIdentity(SchemeName)), SchemeName))
        : AuthenticateResult.NoResult());

    protected override Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        user.Identity = null;
        return Task.CompletedTask;
    }
}
