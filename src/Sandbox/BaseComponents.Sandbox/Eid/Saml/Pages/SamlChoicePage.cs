using BaseComponents.Sandbox.Eid.Persons;
using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.Saml.Pages;

/// <summary>Instead of a card and a PIN: one button per person that may log in for this request.</summary>
internal static class SamlChoicePage
{
    public static IResult Show(SamlAddresses addresses, SamlLogin login, string ticket) => Page.Show("Anmelden", Html.Of($"""
        {login.Introduction}
        <form method="post" action="{addresses.ChoicePath}">
          <input type="hidden" name="ticket" value="{ticket}">
          <p><button class="quiet" type="submit" name="person" value="">Abbrechen</button></p>
          <h2>Wer soll sich anmelden?</h2>
          {login.Offered.Select(person => Choice(login, person))}
          {(login.Offered.Count == 0 ? Html.Of($"<p>Niemand hat ein Verfahren, das für diese Anfrage zugelassen ist.</p>") : Html.Empty)}
        </form>
        """));

    public static IResult Stale() => Page.Show("Anmelden", Html.Of($"""
        <p>Diese Seite ist veraltet oder wurde schon benutzt. Bitte beginnen Sie die Anmeldung in der Anwendung noch einmal.</p>
        """), StatusCodes.Status400BadRequest);

    private static Html Choice(SamlLogin login, SandboxPerson person) => Html.Of($"""
        <section class="card">
          <h3>{person.Label}</h3>
          <p>{person.Speciality} {person.Method.Label}.</p>
          <button type="submit" name="person" value="{person.Key}">Anmelden als {person.Label}</button>
          {(login.OffersGuest(person) ? Html.Of($"<button class=\"quiet\" type=\"submit\" name=\"guest\" value=\"{person.Key}\">Ohne Konto anmelden als {person.Label}</button>") : Html.Empty)}
        </section>
        """);
}
