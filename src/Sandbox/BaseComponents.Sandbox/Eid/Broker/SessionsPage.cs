using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Who is logged in over the broker, with a button that ends it everywhere.</summary>
internal sealed class SessionsPage(BrokerSessions sessions, LogoutSender sender)
{
    public const string Path = "/broker/sessions";

    public IResult Show() => Page.Show("Angemeldet", Html.Of($"""
        <p>Wer hier abgemeldet wird, wird es auch in der Anwendung: Der Anmeldedienst meldet es ihr (Back-Channel Logout).</p>
        {sessions.Open.Select(Card)}
        """));

    public async Task<IResult> EndAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (sessions.Take(form["session"].ToString()) is not { } session)
            return Page.Show("Abmelden", Html.Of($"<p>Diese Anmeldung gibt es nicht mehr.</p>"), StatusCodes.Status404NotFound);
        var status = await sender.SendAsync(session, context.RequestAborted);
        return Page.Show("Abmelden", status is { } answer
            ? Html.Of($"<p>Die Anwendung antwortete mit Status <strong>{answer}</strong>.</p>")
            : Html.Of($"<p>Die Anwendung ist nicht erreichbar.</p>"));
    }

    private static Html Card(BrokerSession session) => Html.Of($"""
        <form method="post" action="{Path}" class="card">
          <h2>{session.Person}</h2>
          <p>Anwendung <code>{session.Client}</code>, Abmeldeadresse <code>{session.LogoutAddress.AbsoluteUri}</code></p>
          <input type="hidden" name="session" value="{session.Id}">
          <button type="submit">Abmelden</button>
        </form>
        """);
}
