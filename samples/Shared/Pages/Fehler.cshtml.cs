using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MunicipalService.Forms;

namespace MunicipalService.Pages;

/// <summary>Every answer that is no page of its own: not found, refused, too much, broken.</summary>
[IgnoreAntiforgeryToken]
public sealed partial class FehlerModel(ILogger<FehlerModel> log, TellFault? tell = null) : PageModel
{
    // Seconds: whoever comes again then finds a store that was restarted, or another node.
    private const string ComeAgain = "5";

    public Notice Notice { get; private set; } = null!;

    // Shown in place of the failed request, with its method and its body: so there is no handler to choose by the one, and no argument that
    // would make the form be read once more, which may be what failed.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        var fault = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        // A fault that passes has another status than the address of this page.
        var isPassing = fault is not null && Response.StatusCode == StatusCodes.Status503ServiceUnavailable;
        Notice = (fault is null ? null : tell?.Invoke(fault, log)) ?? TextOf(isPassing ? StatusCodes.Status503ServiceUnavailable : status);
        if (isPassing)
            Response.Headers.RetryAfter = ComeAgain;
        if (status is 400 or 413 or 429 && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            LogRefused(log, Request.Method, status);
    }

    // The address stays out: it may hold anything.
    [LoggerMessage(Level = LogLevel.Information, Message = "A {Method} request was refused with status {Status}.")]
    private static partial void LogRefused(ILogger log, string method, int status);

    private static Notice TextOf(int status) => status switch
    {
        404 => new("info", "Diese Seite gibt es nicht", "Vielleicht ist die Adresse unvollständig, oder der Antrag wurde in einem anderen Browser begonnen. Aus Sicherheitsgründen öffnet er sich nur dort."),
        400 or 405 => new("warning", "Die Eingabe konnte nicht angenommen werden", "Das Formular war zu lange geöffnet oder unvollständig. Bitte gehen Sie zurück, laden Sie die Seite neu und senden Sie sie noch einmal ab."),
        413 => new("warning", "Die Datei ist zu groß", "Bitte gehen Sie zurück und wählen Sie eine kleinere Datei. Ihre übrigen Angaben sind gespeichert."),
        429 => new("warning", "Zu viele Eingaben in kurzer Zeit", "Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal. Ihre Angaben bis zum letzten Schritt sind gespeichert."),
        503 => new("danger", "Der Dienst ist gerade nicht erreichbar", "Bitte versuchen Sie es in einigen Minuten noch einmal. Ihre Angaben bis zum letzten Schritt sind gespeichert."),
        _ => new("danger", "Es ist ein Fehler aufgetreten", "Bitte versuchen Sie es noch einmal. Ihre Angaben bis zum letzten Schritt sind gespeichert."),
    };
}
