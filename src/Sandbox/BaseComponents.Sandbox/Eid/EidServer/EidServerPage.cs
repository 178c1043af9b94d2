using BaseComponents.Sandbox.Eid.EidServer.Documents;
using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.EidServer;

/// <summary>What a developer needs to know about the eID-Service.</summary>
internal static class EidServerPage
{
    public static IResult Show(EidServerAddresses addresses) => Page.Show("eID-Service", Html.Of($"""
        <p>Ein eID-Server nach BSI TR-03130 und ein Ersatz für die AusweisApp. Die Anwendung eröffnet beim Server eine Sitzung, schickt den Browser zur AusweisApp, und fragt den Server nach dem Ergebnis.</p>
        <section class="card">
          <h2>Adressen</h2>
          <dl>
            <dt>Schnittstelle (SOAP 1.1), mit Client-Zertifikat und Unterschrift</dt><dd><code>{addresses.Soap}</code></dd>
            <dt>AusweisApp, auf demselben Gerät und auf dem Telefon</dt><dd><code>{addresses.Client}?tcTokenURL=…</code></dd>
          </dl>
        </section>
        <section class="card">
          <h2>Ausweise</h2>
          <ul>{SandboxDocuments.All.Select(Document)}</ul>
        </section>
        """));

    private static Html Document(EidDocument document) => Html.Of($"<li>{document.Holder.Label}: Dokument {document.Type}. {document.Holder.Speciality}</li>");
}
