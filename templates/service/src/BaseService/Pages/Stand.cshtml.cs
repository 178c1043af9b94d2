#if (Payment)
using BaseComponents.Payments;
#endif
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BaseService.Pages;

public sealed class StandModel(ApplicationStore store) : PageModel
{
    public ApplicationRow? Row { get; private set; }

    public string Text { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Row = await store.FindAsync(HttpContext, cancellationToken);
        if (Row is null)
            return;
        Text = Row.Stage switch
        {
#if (Mail)
            ApplicationStage.Stored => await StoredAsync(Row, cancellationToken),
            ApplicationStage.Due => "Ihr Antrag ist vollständig und sicher gespeichert. Wir geben ihn weiter, sobald die zuständige Stelle verschlüsselt zu erreichen ist.",
#else
            ApplicationStage.Due => "Ihr Antrag ist vollständig und wird an die zuständige Stelle gegeben.",
#endif
            _ => await UnpaidAsync(Row, cancellationToken),
        };
    }

#if (Mail)
    // What the mail server has accepted, and nothing more, is known here.
    private async Task<string> StoredAsync(ApplicationRow row, CancellationToken cancellationToken) =>
        await HttpContext.RequestServices.GetRequiredService<OfficeMail>().IsAcceptedAsync(row, cancellationToken)
            ? "Ihr Antrag ist vollständig. Der Mailserver hat ihn verschlüsselt für die zuständige Stelle angenommen."
            : "Ihr Antrag ist vollständig und sicher gespeichert. Er wird der zuständigen Stelle gerade verschlüsselt zugestellt.";

#endif
#if (Payment)
    private async Task<string> UnpaidAsync(ApplicationRow row, CancellationToken cancellationToken)
    {
        var payment = await HttpContext.RequestServices.GetRequiredService<IPaymentClient>().FindAsync(row.Number, cancellationToken);
        return payment?.State switch
        {
            PaymentState.Paid => "Danke, Ihre Zahlung ist eingegangen.",
            PaymentState.Failed or PaymentState.Canceled or PaymentState.Expired or PaymentState.Abandoned => "Die Zahlung ist nicht abgeschlossen, und es wurde nichts abgebucht. Bitte stellen Sie den Antrag noch einmal.",
            _ => "Ihre Zahlung wird geprüft. Bitte bezahlen Sie nicht noch einmal.",
        };
    }
#else
    private static Task<string> UnpaidAsync(ApplicationRow row, CancellationToken cancellationToken)
    {
        _ = (row, cancellationToken);
        return Task.FromResult("Ihr Antrag ist begonnen.");
    }
#endif
}
