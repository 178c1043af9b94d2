using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BaseService.Pages;

public sealed class IndexModel : PageModel
{
    [BindProperty(Name = "plz", SupportsGet = true)]
    public string? PostalCode { get; set; }

    public ResponsibleOffice? Office { get; private set; }

    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(PostalCode))
            (Office, Problem) = await Offices.FindAsync(HttpContext.RequestServices, PostalCode, cancellationToken);
    }
}
