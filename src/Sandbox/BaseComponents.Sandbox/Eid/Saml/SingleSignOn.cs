using BaseComponents.Sandbox.Eid.Persons;
using BaseComponents.Sandbox.Eid.Saml.Answers;
using BaseComponents.Sandbox.Eid.Saml.Pages;
using BaseComponents.Sandbox.Eid.Saml.Requests;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>The way of a citizen through an identity provider: request, page, choice, answer.</summary>
/// <param name="addresses">Where the pages are.</param>
/// <param name="reader">Reads requests.</param>
/// <param name="open">Begins a log-in, or refuses the request as the service would.</param>
/// <param name="desk">Makes the answer.</param>
/// <param name="logins">Log-ins that nobody has decided yet.</param>
internal sealed class SingleSignOn(SamlAddresses addresses, AuthnRequestReader reader, Func<AuthnRequest, SamlLogin> open, AnswerDesk desk, PendingLogins logins)
{
    public async Task<IResult> BeginAsync(HttpContext context)
    {
        try
        {
            var login = open(await reader.ReadAsync(context));
            return SamlChoicePage.Show(addresses, login, logins.Add(login));
        }
        catch (RequestRefusedException refused)
        {
            return Results.Redirect($"{addresses.ErrorPath}?idp.code={refused.Code}");
        }
    }

    public async Task<IResult> DecideAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (logins.Take(form["ticket"].ToString()) is not { } login)
            return SamlChoicePage.Stale();
        return AnswerPage.Show(login.Request, desk.Answer(login.Request, Outcome(login, form["person"], form["guest"])));
    }

    public static IResult Refused(HttpContext context) => RefusalPage.Show(context.Request.Query["idp.code"]);

    // Whoever chooses somebody that the page did not offer has chosen nobody.
    private static SamlOutcome Outcome(SamlLogin login, string? person, string? guest) =>
        SandboxPersons.FindAlsoRelative(person ?? guest, login.Offered) is { } chosen && (person is not null || login.OffersGuest(chosen))
            ? login.Answer(chosen, asGuest: person is null)
            : SamlOutcome.Cancelled;
}
