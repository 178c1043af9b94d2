using DogLicence.Fields;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DogLicence.Pages;

/// <summary>Every answer that is no page of its own: not found, refused, too much, broken.</summary>
[IgnoreAntiforgeryToken]
public sealed class FehlerModel(ILogger<FehlerModel> log) : PageModel
{
    public Notice Notice { get; private set; } = null!;

    public void OnGet(int status) => Show(status);

    // The page is shown in place of the failed request, with its method.
    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        var fault = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        Notice = fault is not null && Trouble.IsKnown(fault) ? Trouble.Tell(fault, log) : TextOf(status);
    }

    private static Notice TextOf(int status) => status switch
    {
        404 => new("info", "Diese Seite gibt es nicht", "Vielleicht ist die Adresse unvollständig, oder der Antrag wurde in einem anderen Browser begonnen. Aus Sicherheitsgründen öffnet er sich nur dort."),
        400 => new("warning", "Die Eingabe konnte nicht angenommen werden", "Das Formular war zu lange geöffnet oder unvollständig. Bitte gehen Sie zurück, laden Sie die Seite neu und senden Sie sie noch einmal ab."),
        413 => new("warning", "Die Datei ist zu groß", "Bitte gehen Sie zurück und wählen Sie eine kleinere Datei. Ihre übrigen Angaben sind gespeichert."),
        429 => new("warning", "Zu viele Eingaben in kurzer Zeit", "Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal. Ihre Angaben bis zum letzten Schritt sind gespeichert."),
        503 => new("danger", "Der Dienst ist gerade nicht erreichbar", "Bitte versuchen Sie es in einigen Minuten noch einmal. Ihre Angaben bis zum letzten Schritt sind gespeichert."),
        _ => new("danger", "Es ist ein Fehler aufgetreten", "Bitte versuchen Sie es noch einmal. Ihre Angaben bis zum letzten Schritt sind gespeichert."),
    };
}
