using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using BaseComponents.Sandbox.Eid.Persons;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Shows the page for a request that OpenIddict has found in order, and takes its answer; says what is wrong with any other.</summary>
internal sealed class AuthorizationEndpoint(BrokerKeys keys, LoginTickets tickets, BrokerSessions sessions)
{
    public const string PersonClaim = "sandbox_person";
    public const string SingleClaims = "sandbox_claims";
    public const string SessionClaim = "sid";

    public IResult Show(HttpContext context)
    {
        if (context.GetOpenIddictServerResponse() is { Error: { } error } mistake)
            return ChoosePersonPage.Mistake(error, mistake.ErrorDescription);
        var parameters = Parameters(context.Request.Query);
        var ticket = tickets.Issue(Fingerprint(parameters));
        return ChoosePersonPage.Show(parameters, ticket, context.GetOpenIddictServerRequest()!.LoginHint);
    }

    public async Task<IResult> DecideAsync(HttpContext context)
    {
        if (context.GetOpenIddictServerResponse() is { Error: { } error } mistake)
            return ChoosePersonPage.Mistake(error, mistake.ErrorDescription);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!tickets.TryTake(form["ticket"].ToString(), Fingerprint(Parameters(form))))
            return ChoosePersonPage.Stale();
        var request = context.GetOpenIddictServerRequest()!;
        return SandboxPersons.Find(form["person"]) is { AlwaysCancels: false } person
            ? Results.SignIn(Principal(person, request), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)
            : Results.Forbid(Cancelled(), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    private ClaimsPrincipal Principal(SandboxPerson person, OpenIddictRequest request)
    {
        var identity = new ClaimsIdentity("Sandbox", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        var (subject, session) = (keys.Pseudonym(person.Key, request.ClientId!), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        sessions.Add(session, person.Label, subject, request.ClientId!, new Uri(request.RedirectUri!));
        identity.SetClaim(OpenIddictConstants.Claims.Subject, subject);
        identity.SetClaim(SessionClaim, session);
        identity.SetClaim(PersonClaim, person.Key);
        identity.SetClaims(SingleClaims, RequestedClaims.Of(request));
        identity.SetClaim(OpenIddictConstants.Claims.AuthenticationContextReference, person.Method.Acr);
        identity.SetClaims(OpenIddictConstants.Claims.AuthenticationMethodReference, ImmutableArray.Create(person.Method.Name));
        identity.SetScopes(request.GetScopes());
        // Nothing about the person stands in tokens: the userinfo endpoint tells it.
        identity.SetDestinations(claim => claim.Type is SessionClaim
            ? [OpenIddictConstants.Destinations.IdentityToken, OpenIddictConstants.Destinations.AccessToken]
            : claim.Type is OpenIddictConstants.Claims.AuthenticationContextReference or OpenIddictConstants.Claims.AuthenticationMethodReference
            ? [OpenIddictConstants.Destinations.IdentityToken]
            : claim.Type is PersonClaim or SingleClaims ? [OpenIddictConstants.Destinations.AccessToken] : []);
        return new ClaimsPrincipal(identity);
    }

    private static AuthenticationProperties Cancelled() => new(new Dictionary<string, string?>
    {
        [OpenIddictServerAspNetCoreConstants.Properties.Error] = OpenIddictConstants.Errors.AccessDenied,
        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The user cancelled the log-in.",
    });

    private static IReadOnlyList<KeyValuePair<string, string>> Parameters(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> source) =>
        [.. source.Where(parameter => parameter.Key is not ("ticket" or "person")).Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString()))];

    private static string Fingerprint(IEnumerable<KeyValuePair<string, string>> parameters) =>
        QueryHelpers.AddQueryString("", parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal).Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value)));
}
