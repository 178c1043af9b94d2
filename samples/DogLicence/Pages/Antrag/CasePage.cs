using DogLicence.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DogLicence.Pages.Antrag;

/// <summary>A page of a case: its handlers run only after the gate has let the browser in.</summary>
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
            case CaseEntry.Granted granted:
                Case = granted.Case;
                LeadBackAfterRace(await next());
                break;
            case CaseEntry.Idle idle:
                Case = idle.Case;
                if (HttpMethods.IsPost(Request.Method))
                    await KeepAsync(HttpContext.RequestAborted);
                context.Result = idle.Instead;
                break;
            case CaseEntry.Refused refused:
                context.Result = refused.Instead;
                break;
        }
    }

    /// <summary>Keeps what was typed before the log-in ran out, for the pages on which one types.</summary>
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
