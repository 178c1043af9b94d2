using DogLicence.Cases;
using DogLicence.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DogLicence.Pages;

/// <summary>After a log-in that did not succeed. The outcome in the address is a hint anyone could type: it chooses a text and nothing else.</summary>
public sealed class ErgebnisModel(CaseStore cases) : PageModel
{
    public Notice Notice { get; private set; } = null!;

    public string Back { get; private set; } = "/";

    public async Task OnGetAsync(string? outcome, string? returnUrl, CancellationToken cancellationToken)
    {
        Notice = NoticeOf(outcome);
        if (Url.IsLocalUrl(returnUrl) && returnUrl != "/")
            Back = CasePathOf(returnUrl);
        // A log-in that was tampered with no longer says where it came from; the browser's own case does.
        else if (BrowserCookie.Read(Request) is { } secret && await cases.FindUnfinishedAsync(secret, cancellationToken) is { } unfinished)
            Back = CaseGate.PathOf(unfinished.Id, CaseStep.LogIn);
    }

    // The way back leads to the page before the log-in, not into the middle of it.
    private static string CasePathOf(string returnUrl) => returnUrl.Split('?')[0];

    private static Notice NoticeOf(string? outcome) => outcome switch
    {
        "cancelled" => new("info", "Sie haben die Anmeldung abgebrochen", "Ihr Antrag ist gespeichert. Sie können es jederzeit noch einmal versuchen."),
        "level-too-low" => new("warning", "Das gewählte Konto reicht nicht aus", "Für diese Leistung brauchen Sie eine sicherere Anmeldung, zum Beispiel mit dem Online-Ausweis. Ihr Antrag ist gespeichert."),
        "expired" => new("info", "Die Anmeldung hat zu lange gedauert", "Aus Sicherheitsgründen wurde sie beendet. Ihr Antrag ist gespeichert. Bitte melden Sie sich noch einmal an."),
        "unavailable" => new("danger", "Der Anmeldedienst ist gerade nicht erreichbar", "Ihr Antrag ist gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal."),
        _ => new("warning", "Die Anmeldung konnte nicht geprüft werden", "Ihr Antrag ist gespeichert. Bitte melden Sie sich noch einmal an. Benutzen Sie dabei nicht die Zurück-Taste des Browsers."),
    };
}
