using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.Saml.Pages;

/// <summary>What a developer needs to know about an identity provider.</summary>
internal static class ProviderPage
{
    public static IResult Show(string title, SamlAddresses addresses) => Page.Show(title, Html.Of($"""
        <p>Ein Identitätsanbieter nach SAML 2.0. Wer sich anmelden will, kommt mit einer unterschriebenen Anfrage (AuthnRequest) von einer Anwendung hierher.</p>
        <section class="card">
          <h2>Adressen</h2>
          <dl>
            <dt>EntityId</dt><dd><code>{addresses.EntityId}</code></dd>
            <dt>Anfragen über HTTP-POST und HTTP-Redirect</dt><dd><code>{addresses.SignOn}</code></dd>
            <dt>Metadaten</dt><dd><a href="{addresses.MetadataPath}"><code>{addresses.Metadata}</code></a></dd>
          </dl>
        </section>
        <section class="card">
          <h2>Die Anwendung</h2>
          <p>Bekannt ist eine Anwendung, <code>{SamlApplication.EntityId}</code>. Ihre Schlüssel stehen in den Einstellungen, die die Sandbox ausgibt. Antworten gehen an jede Adresse auf diesem Rechner.</p>
        </section>
        """));
}
