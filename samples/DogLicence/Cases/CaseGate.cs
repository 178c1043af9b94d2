using System.Security.Cryptography;
using System.Text;
using BaseComponents.Eid;
using Microsoft.AspNetCore.Mvc;

namespace DogLicence.Cases;

/// <summary>Who may see which page of a case: the browser that began it, after the log-in the same account, and no step before the one due.</summary>
public sealed class CaseGate(CaseStore store)
{
    /// <summary>Whether the browser is let in, and what it gets instead.</summary>
    public async Task<CaseEntry> EnterAsync(HttpContext context, string id, CaseStep step)
    {
        if (BrowserCookie.Read(context.Request) is not { } secret || await store.FindAsync(id, secret, context.RequestAborted) is not { } open)
            return new CaseEntry.Refused(new NotFoundResult());
        if (step != CaseStep.LogIn && open.Content.Owner is { } owner)
        {
            var logIn = new RedirectResult(PathOf(id, CaseStep.LogIn));
            if (context.User.Identity?.IsAuthenticated != true)
                return new CaseEntry.Ended(open, logIn);
            if (!IsSameAccount(owner, context))
                return new CaseEntry.Refused(logIn);
        }

        return IsOpen(open, step) ? new CaseEntry.Granted(open) : new CaseEntry.Refused(new RedirectResult(PathOf(id, open.Next)));
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

    public static bool IsSameAccount(Owner owner, HttpContext context) =>
        context.User.TryGetEidIdentity(out var identity) && identity.Pseudonym is { } pseudonym
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(owner.UserKey), Encoding.UTF8.GetBytes(pseudonym.ToUserKey()));

    // Once a payment has begun, what is paid for does not change any more; but it can be read: the summary is the accessible original.
    private static bool IsOpen(OpenCase open, CaseStep step) => (open.Row.Stage, step) switch
    {
        (_, CaseStep.LogIn) => true,
        (_, CaseStep.Document) => open.Content.Registration is not null,
        (CaseStage.Draft, CaseStep.Proof) => open.Content.Registration?.Insurance is not null,
        (CaseStage.Draft, _) => step <= open.Next,
        (_, CaseStep.Summary) => true,
        (CaseStage.Paying, _) => step is CaseStep.Pay or CaseStep.Receipt,
        _ => step is CaseStep.Receipt,
    };
}

/// <summary>The gate's answer.</summary>
public abstract record CaseEntry
{
    private CaseEntry()
    {
    }

    /// <summary>The case is open to this request.</summary>
    public sealed record Granted(OpenCase Case) : CaseEntry;

    /// <summary>The browser is right, but nobody is logged in any more: nothing is shown, what was sent may be kept.</summary>
    public sealed record Ended(OpenCase Case, IActionResult Instead) : CaseEntry;

    /// <summary>The browser gets something else.</summary>
    public sealed record Refused(IActionResult Instead) : CaseEntry;
}
