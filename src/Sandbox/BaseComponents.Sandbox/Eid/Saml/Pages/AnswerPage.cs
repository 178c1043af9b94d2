using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.Saml.Pages;

/// <summary>The form that carries the answer to the application. It waits for a click, since the pages of the Sandbox have no scripts.</summary>
internal static class AnswerPage
{
    public static IResult Show(AuthnRequest request, string answer) => Page.Show("Zurück zur Anwendung", Html.Of($"""
        <p>Am echten Dienst ginge es von selbst weiter. Hier bleibt Zeit, die Antwort anzusehen, bevor die Anwendung sie bekommt.</p>
        <form method="post" action="{request.AnswerAddress}">
          <input type="hidden" name="SAMLResponse" value="{answer}">
          {(request.RelayState is { } state ? Html.Of($"<input type=\"hidden\" name=\"RelayState\" value=\"{state}\">") : Html.Empty)}
          <button type="submit" autofocus>Weiter zur Anwendung</button>
        </form>
        """));
}
