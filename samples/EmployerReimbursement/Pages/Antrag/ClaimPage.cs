using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using EmployerReimbursement.Cases;
using EmployerReimbursement.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EmployerReimbursement.Pages.Antrag;

/// <summary>
/// A page of an application. Its handlers run only for the browser that began it and the account it belongs to, at the step that is due, and a form only with its token. The first
/// account that comes from the log-in is the applicant.
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class ClaimPage : PageModel
{
    public OpenClaim Open { get; protected set; } = null!;

    public Claim Claim => Open.Content;

    /// <summary>The step an application has to have reached; the page of the one that is due is shown instead.</summary>
    protected virtual bool IsDue => Open.Row.Stage is ClaimStage.Draft;

    private ClaimStore Store => HttpContext.RequestServices.GetRequiredService<ClaimStore>();

    public static string PathOf(string id, string step) => $"/antrag/{id}/{step}";

    public string PathOf(string step) => PathOf(Open.Row.Id, step);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await RefuseAsync((string)RouteData.Values["id"]!) is { } instead)
        {
            context.Result = instead;
            return;
        }

        var executed = await next();
        // A second click, or a second window, was faster: the page is shown again as the application is now.
        if (executed.Exception is DbUpdateConcurrencyException)
            (executed.ExceptionHandled, executed.Result) = (true, new RedirectResult(Request.Path));
    }

    private string Next => Open switch
    {
        { Row.Stage: not ClaimStage.Draft } => "stand",
        { Content.Employee: null } => "angaben",
        { Content.Absences.Count: 0 } => "zeiten",
        _ => "zusammenfassung",
    };

    private async Task<IActionResult?> RefuseAsync(string id)
    {
        if (ClaimStore.Browser.Read(Request) is not { } secret || await Store.FindAsync(id, secret, HttpContext.RequestAborted) is not { } open)
            return NotFound();
        Open = open;
        if (!User.TryGetEidIdentity(out var identity))
            return Challenge(new AuthenticationProperties { RedirectUri = Request.Path }.WithMinimumLevel(AssuranceLevel.Substantial), EidDefaults.UnternehmenskontoScheme);
        if (Applicant.Of(identity) is not { } applicant)
            return Redirect("/anmeldung?konto=person");
        if (Claim.Applicant is { } owner && owner.UserKey != applicant.UserKey)
            return Redirect("/anmeldung?konto=anderes");
        // Checked here and not by the framework: after the end of a log-in a form leads to the log-in, not to a page about wrong input.
        if (HttpMethods.IsPost(Request.Method) && !await HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(HttpContext))
            return BadRequest();
        if (Claim.Applicant is null)
            Open = await Store.SaveAsync(Open, Claim with { Applicant = applicant }, HttpContext.RequestAborted);
        return IsDue ? null : Redirect(PathOf(Next));
    }
}
