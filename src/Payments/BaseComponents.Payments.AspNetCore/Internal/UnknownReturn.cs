using Microsoft.AspNetCore.Http;

namespace BaseComponents.Payments.AspNetCore.Internal;

/// <summary>The same page for every token that names no payment.</summary>
internal static class UnknownReturn
{
    private const string Page = """
        <!doctype html>
        <html lang="de">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Zahlung nicht gefunden</title></head>
        <body><main>
        <h1>Zu dieser Adresse gehört keine Zahlung</h1>
        <p>Die Adresse ist unvollständig oder nicht mehr gültig. Wenn Sie bezahlt haben, ist Ihre Zahlung trotzdem sicher: Rufen Sie Ihren Antrag noch einmal auf,
        dort steht ihr Stand.</p>
        </main></body>
        </html>
        """;

    public static Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken) =>
        Task.FromResult(Results.Content(Page, "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound));
}
