using DogLicence.Cases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DogLicence.Pages.Antrag;

/// <summary>A page of a case: its handlers run only after the gate has let the browser in, and a form only with its token.</summary>
[IgnoreAntiforgeryToken]
public abstract class CasePage : PageModel
{
    public OpenCase Case { get; protected set; } = null!;

    protected abstract CaseStep Step { get; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var gate = HttpContext.RequestServices.GetRequiredService<CaseGate>();
        var id = (string)RouteData.Values["id"]!;
        switch (await gate.EnterAsync(HttpContext, id, Step))
        {
            case CaseEntry.Granted when !await IsOwnFormAsync():
                context.Result = new BadRequestResult();
                break;
            case CaseEntry.Granted granted:
                Case = granted.Case;
                LeadBackAfterRace(await next());
                break;
            case CaseEntry.Ended ended:
                Case = ended.Case;
                if (HttpMethods.IsPost(Request.Method))
                    await KeepAsync(HttpContext.RequestAborted);
                context.Result = ended.Instead;
                break;
            case CaseEntry.Refused refused:
                context.Result = refused.Instead;
                break;
        }
    }

    // The token of a form belongs to the log-in it was shown to. The framework would refuse it after the end of the log-in with a page about wrong input; checked
    // here, after the gate, the citizen is led to the log-in instead.
    private async Task<bool> IsOwnFormAsync() =>
        !HttpMethods.IsPost(Request.Method) || await HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(HttpContext);

    /// <summary>
    /// Keeps what was typed before the log-in ended, for the pages on which one types. Foreign pages cannot send it: the browser's secret does not come along
    /// with their forms (SameSite).
    /// </summary>
    protected virtual Task KeepAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A second click, or a second window, was faster: the page is shown again as the case is now.
    private void LeadBackAfterRace(PageHandlerExecutedContext executed)
    {
        if (executed.Exception is not DbUpdateConcurrencyException)
            return;
        executed.ExceptionHandled = true;
        executed.Result = new RedirectResult(Request.Path);
    }

    protected string PathOf(CaseStep step) => CaseGate.PathOf(Case.Id, step);
}
