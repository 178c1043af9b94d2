using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>The page that leads to the AusweisApp where the application has none of its own. All of it are links: it works without scripts.</summary>
internal static class LaunchPage
{
    private const string Style =
        "body{font:1.125rem/1.5 sans-serif;margin:0 auto;max-width:40rem;padding:2rem 1rem}a{display:inline-block;padding:.5rem 0}a.way{border:.125rem solid;border-radius:.25rem;padding:.75rem 1.5rem}svg{max-width:100%;height:auto}";

    public static Task WriteAsync(HttpContext context, EidServerLaunch launch)
    {
        ResponseHeaders.KeepPrivate(context);
        var nonce = ResponseHeaders.AllowLittle(context, new Uri(launch.StatusAddress).GetLeftPart(UriPartial.Authority));
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Html(launch, nonce), context.RequestAborted);
    }

    private static string Html(EidServerLaunch launch, string nonce) => $"""
        <!doctype html>
        <html lang="de">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Anmeldung mit dem Online-Ausweis</title>
        <style nonce="{nonce}">{Style}</style>
        <script src="{E(launch.StatusScriptPath)}" defer></script>
        </head>
        <body>
        <main>
        <h1>Anmeldung mit dem Online-Ausweis</h1>
        <p>Sie brauchen Ihren Personalausweis, Ihren Aufenthaltstitel oder Ihre Unionsbürgerkarte, die sechsstellige PIN dazu und die AusweisApp.</p>
        <h2>An diesem Computer</h2>
        <p><a class="way" href="{E(launch.DesktopAddress)}">AusweisApp auf diesem Computer öffnen</a></p>
        {Status(launch)}
        <h2>Auf diesem Smartphone oder Tablet</h2>
        <p><a class="way" href="{E(launch.MobileAddress)}">AusweisApp auf diesem Gerät öffnen</a></p>
        {OtherDevice(launch)}
        <p><a href="{E(launch.ReturnUrl)}">Abbrechen und zurück</a></p>
        </main>
        </body>
        </html>
        """;

    private static string Status(EidServerLaunch launch) => $"""
        <div role="status" data-eid-client="{E(launch.StatusAddress)}">
        <p data-eid-state="available" hidden>Die AusweisApp ist auf diesem Computer gestartet.</p>
        <p data-eid-state="unavailable" hidden>Die AusweisApp antwortet auf diesem Computer nicht. Starten Sie sie, bevor Sie dem Link folgen.</p>
        <p data-eid-state="blocked" hidden>Ihr Browser lässt nicht erkennen, ob die AusweisApp gestartet ist. Der Link funktioniert trotzdem.</p>
        <p data-eid-state="unknown" hidden>Starten Sie die AusweisApp, bevor Sie dem Link folgen.</p>
        </div>
        """;

    private static string OtherDevice(EidServerLaunch launch) => launch.OtherDeviceQrCode is not { } picture
        ? ""
        : $"""
        <h2>Mit dem Smartphone statt an diesem Computer</h2>
        <p>Nehmen Sie den QR-Code mit der Kamera Ihres Smartphones auf. Sie melden sich dann dort an und machen auch dort weiter; an diesem Computer werden Sie nicht angemeldet.</p>
        {picture}
        <p>Ohne Kamera: Kopieren Sie <a href="{E(launch.OtherDeviceAddress.AbsoluteUri)}">den Link zu dieser Anmeldung</a>, und öffnen Sie ihn auf Ihrem Smartphone.</p>
        """;

    private static string E(string text) => HtmlEncoder.Default.Encode(text);
}
