using HealthCertificate.Cases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCertificate.Pages.Vorgang;

/// <summary>A page of a case: its handlers run only for the account that the case belongs to.</summary>
[Authorize]
public abstract class CasePage : PageModel
{
    public CaseRow Row { get; private set; } = null!;

    public CaseContent Case { get; private set; } = null!;

    protected string Address => $"/vorgang/{Row.Id}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cases = HttpContext.RequestServices.GetRequiredService<CaseStore>();
        if (await cases.FindOwnAsync((string)RouteData.Values["id"]!, User, HttpContext.RequestAborted) is not { } row)
        {
            context.Result = new NotFoundResult();
            return;
        }

        (Row, Case) = (row, cases.Open(row));
        var executed = await next();
        if (executed.Exception is not DbUpdateConcurrencyException)
            return;
        // A second click, or a second window, was faster: the case is shown as it is now.
        (executed.ExceptionHandled, executed.Result) = (true, new RedirectResult(Address));
    }
}
