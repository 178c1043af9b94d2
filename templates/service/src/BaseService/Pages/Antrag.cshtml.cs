#if (HasLogin)
using BaseComponents.Eid;
using Microsoft.AspNetCore.Authorization;
#endif
#if (Payment)
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using Microsoft.Extensions.Options;
#endif
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BaseService.Pages;

#if (HasLogin)
[Authorize]
#endif
public sealed class AntragModel(ApplicationStore store) : PageModel
{
    [BindProperty(Name = "plz", SupportsGet = true)]
    public string? PostalCode { get; set; }

    [BindProperty]
    public ApplicationForm Form { get; set; } = new();

    public ResponsibleOffice? Office { get; private set; }

    /// <summary>Whether a log-in says who applies: then nobody types it.</summary>
    public bool IsKnown => Known is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form.Name = Known;
        return await FindOfficeAsync(cancellationToken) ? Page() : RedirectToPage("/Index", new { plz = PostalCode });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindOfficeAsync(cancellationToken))
            return RedirectToPage("/Index", new { plz = PostalCode });
        // What the log-in says is never taken from the form.
        Form.Name = Known ?? Form.Name;
        ModelState.Clear();
        if (!TryValidateModel(Form, nameof(Form)))
            return Page();
        var row = await store.AddAsync(HttpContext, new ApplicationContent(Form.Name!, Form.LicencePlate!.Trim(), Office!.Name, Office.Mail), cancellationToken);
#if (Payment)
        var payment = await HttpContext.RequestServices.GetRequiredService<IPaymentClient>().StartAsync(Order(row), cancellationToken);
        return payment.PayPage is { } page ? Redirect(page.AbsoluteUri) : RedirectToPage("/Stand");
#else
#if (Mail)
        await HttpContext.RequestServices.GetRequiredService<OfficeMail>().SubmitAsync(row, cancellationToken);
#else
        row.Stage = ApplicationStage.Due;
#endif
        await HttpContext.RequestServices.GetRequiredService<ServiceDb>().SaveChangesAsync(cancellationToken);
        return RedirectToPage("/Stand");
#endif
    }

#if (HasLogin)
    private string? Known => User.GetEidIdentity().Person is { } person ? $"{person.GivenNames} {person.FamilyName}".Trim() : null;
#else
    private static string? Known => null;
#endif

    private async Task<bool> FindOfficeAsync(CancellationToken cancellationToken)
    {
        (Office, _) = await Offices.FindAsync(HttpContext.RequestServices, PostalCode, cancellationToken);
        return Office is not null;
    }
#if (Payment)

    private PaymentOrder Order(ApplicationRow row) => new()
    {
        Reference = row.Number,
        Items = [PaymentItem.FromGross("gebuehr", new Euro(HttpContext.RequestServices.GetRequiredService<IOptionsMonitor<ServiceOptions>>().CurrentValue.Fee)) with { Description = "Gebühr" }],
        Purpose = PurposeText.From(row.Number),
        ReturnUrl = HttpContext.RequestServices.GetRequiredService<PaymentReturnLinks>().For(row.Number),
    };
#endif
}
