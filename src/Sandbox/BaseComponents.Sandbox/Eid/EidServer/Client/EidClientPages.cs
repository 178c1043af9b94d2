using BaseComponents.Sandbox.Eid.EidServer.Documents;
using BaseComponents.Sandbox.Eid.EidServer.Requests;
using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>What the stand-in of the AusweisApp shows.</summary>
internal static class EidClientPages
{
    private const string Title = "Online-Ausweis";

    public static IResult Offer(PendingReading reading, string ticket) => Page.Show(Title, Html.Of($"""
        <p>{ClientRules.Origin(reading.Token.Refresh)} möchte Daten aus einem Ausweis lesen. Mit der echten AusweisApp läge jetzt der Ausweis auf dem Telefon oder dem Lesegerät.</p>
        {Transaction(reading.Session.Request)}
        <form method="post" action="{EidServerAddresses.ClientPath}">
          <input type="hidden" name="ticket" value="{ticket}">
          <p><button class="quiet" type="submit" name="person" value="">Abbrechen</button></p>
          <section class="card">
            <h2>Was gelesen wird</h2>
            <ul class="groups">{EidOperation.All.Where(operation => reading.Session.Request.Wants(operation.Name)).Select(operation => Group(reading.Session.Request, operation))}</ul>
          </section>
          <h2>Wessen Ausweis liegt auf?</h2>
          {SandboxDocuments.All.Select(Card)}
        </form>
        """));

    public static IResult Stale() => Page.Show(Title, Html.Of($"""
        <p>Diese Seite ist veraltet oder wurde schon benutzt. Bitte beginnen Sie in der Anwendung noch einmal.</p>
        """), StatusCodes.Status400BadRequest);

    /// <summary>The application's fault, and nothing is known of where to return to: the developer reads it here.</summary>
    public static IResult Mistake(string reason, int status) => Page.Show(Title, Html.Of($"""
        <section class="card warning">
          <p>Die AusweisApp nimmt an, was eine Anwendung mit <code>?tcTokenURL=</code> nennt. Hier ging das nicht.</p>
          <p>{reason}.</p>
        </section>
        """), status);

    public static IResult Open() => Page.Show(Title, Html.Of($"<p>Die Sandbox spielt die AusweisApp. Es ist nichts einzustellen.</p>"));

    public static IResult Elsewhere(Uri address) => Page.Show(Title, Html.Of($"""
        <p>Der Ausweis ist gelesen. Zurück zur Anwendung geht es in einem anderen Browser als dem, in dem alles begann:</p>
        <p><a class="button" id="rueckkehr" href="{address.AbsoluteUri}">Zurück zur Anwendung</a></p>
        <p><code>{address.AbsoluteUri}</code></p>
        """));

    public static IResult Crashed() => Page.Show(Title, Html.Of($"<p>Die AusweisApp ist abgestürzt. Der Ausweis wurde gelesen.</p>"), StatusCodes.Status500InternalServerError);

    private static Html Transaction(UseIdRequest request) => request.TransactionInfo is { Length: > 0 } text
        ? Html.Of($"<section class=\"card\"><h2>Zweck</h2><p>{text}</p></section>")
        : Html.Empty;

    private static Html Group(UseIdRequest request, EidOperation operation) => request.DemandOf(operation.Name) is EidDemand.Required
        ? Html.Of($"<li>{operation.Label}{Argument(request, operation)} (erforderlich)</li>")
        : Html.Of($"<li><label><input type=\"checkbox\" name=\"group\" value=\"{operation.Name}\" checked> {operation.Label}{Argument(request, operation)} (freiwillig)</label></li>");

    private static string Argument(UseIdRequest request, EidOperation operation) => operation.Name switch
    {
        EidOperation.AgeVerification => $": mindestens {request.Age} Jahre",
        EidOperation.PlaceVerification => $": {request.CommunityId}",
        _ => "",
    };

    private static Html Card(EidDocument document) => Html.Of($"""
        <section class="card">
          <h3>{document.Holder.Label}</h3>
          <p>{document.Holder.Speciality} Dokument {document.Type}.</p>
          <button type="submit" name="person" value="{document.Key}">PIN eingeben und ausweisen als {document.Holder.Label}</button>
        </section>
        """);
}
