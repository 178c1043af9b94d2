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
            ApplicationStage.Submitted => "Ihr Antrag liegt der zuständigen Stelle vor.",
            ApplicationStage.Due => "Ihr Antrag ist vollständig und wird an die zuständige Stelle gegeben.",
            _ => await UnpaidAsync(Row, cancellationToken),
        };
    }

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
