using System.Text;
using BaseComponents.Sandbox.Mail.Gateway;
using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Mail.Pages;

/// <summary>The inbox of all offices: list, mail, files, and the raw forms for tests.</summary>
internal sealed class InboxPages(MailStore store, MailboxKeys keys, OfficeDesk desk, OutgoingGateway gateway, MailDrop? drop)
{
    private readonly InboxList _list = new(store, desk);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/mail", () => Page.Show("Posteingang der Ämter", InboxView.List(_list.Read(), drop)));
        endpoints.MapGet("/mail/list.json", () => Results.Json(_list.Read()));
        endpoints.MapGet("/mail/{id}", (string id) => With(id, mail => Page.Show("Nachricht", InboxView.Mail(mail, desk.Open(mail), gateway.Find(id)))));
        endpoints.MapGet("/mail/{id}.eml", (HttpContext http, string id) => With(id, mail => Download.Of(http, mail.Raw, "message/rfc822", id + ".eml")));
        endpoints.MapGet("/mail/{id}/files/{number:int}", (HttpContext http, string id, int number) => With(id, mail => File(http, mail, number)));
        endpoints.MapGet("/mail/keys/{address}.pem", Key);
        endpoints.MapGet("/mail/keys/{address}.asc", OpenPgpKey);
    }

    private IResult With(string id, Func<StoredMail, IResult> show) => store.Find(id) is { } mail
        ? show(mail)
        : Page.Show("Keine solche Nachricht", Html.Of($"<p>Diese Nachricht gibt es nicht (mehr). <a href=\"/mail\">Zum Posteingang</a></p>"), StatusCodes.Status404NotFound);

    private IResult File(HttpContext http, StoredMail mail, int number)
    {
        var files = desk.Open(mail).Files;
        return number >= 1 && number <= files.Count
            ? Download.Of(http, files[number - 1].Content, "application/octet-stream", files[number - 1].Name)
            : Results.NotFound();
    }

    // Keys of the Sandbox protect nobody: they exist so that other programs (openssl, a mail program) can open the same mail.
    private IResult Key(HttpContext http, string address)
    {
        if (keys.Smime.Find(address) is not { } key)
            return Results.NotFound();
        return Download.Of(http, Encoding.ASCII.GetBytes($"{key.CertificatePem}\n{key.KeyPem}\n"), "application/x-pem-file", "schluessel.pem");
    }

    private IResult OpenPgpKey(HttpContext http, string address) => keys.OpenPgp.Find(address) is { } key
        ? Download.Of(http, Encoding.ASCII.GetBytes(key.SecretKey), "application/pgp-keys", "schluessel.asc")
        : Results.NotFound();
}
