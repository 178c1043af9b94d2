using System.Security.Cryptography;
using System.Text;
using BaseComponents.Eid;
using Microsoft.AspNetCore.Mvc;

namespace DogLicence.Cases;

/// <summary>Who may see which page of a case: the browser that began it, after the log-in the same account, and no step before the one due.</summary>
public sealed class CaseGate(CaseStore store)
{
    /// <summary>The case, or the answer the browser gets instead.</summary>
    public async Task<(OpenCase? Case, IActionResult? Instead)> EnterAsync(HttpContext context, string id, CaseStep step)
    {
        if (BrowserCookie.Read(context.Request) is not { } secret || await store.FindAsync(id, secret, context.RequestAborted) is not { } open)
            return (null, new NotFoundResult());
        if (step != CaseStep.LogIn && open.Content.Owner is { } owner && !IsSameAccount(owner, context))
            return (null, new RedirectResult($"/antrag/{id}/anmelden"));
        return IsOpen(open, step) ? (open, null) : (null, new RedirectResult(PathOf(id, open.Next)));
    }

    public static string PathOf(string id, CaseStep step) => $"/antrag/{id}/" + step switch
    {
        CaseStep.LogIn => "anmelden",
        CaseStep.Form => "formular",
        CaseStep.Proof => "nachweis",
        CaseStep.Summary => "zusammenfassung",
        CaseStep.Pay => "bezahlen",
        _ => "quittung",
    };

    // Once a payment has begun, what is paid for does not change any more.
    private static bool IsOpen(OpenCase open, CaseStep step) => (open.Row.Stage, step) switch
    {
        (_, CaseStep.LogIn) => true,
        (_, CaseStep.Document) => open.Content.Registration is not null,
        (CaseStage.Draft, CaseStep.Proof) => open.Content.Registration?.Insurance is not null,
        (CaseStage.Draft, _) => step <= open.Next,
        (CaseStage.Paying, _) => step is CaseStep.Pay or CaseStep.Receipt,
        _ => step is CaseStep.Receipt,
    };

    private static bool IsSameAccount(Owner owner, HttpContext context) =>
        context.User.TryGetEidIdentity(out var identity) && identity.Pseudonym is { } pseudonym
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(owner.UserKey), Encoding.UTF8.GetBytes(pseudonym.ToUserKey()));
}
