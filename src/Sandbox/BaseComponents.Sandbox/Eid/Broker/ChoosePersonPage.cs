using BaseComponents.Sandbox.Eid.Persons;
using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Instead of a card and a PIN: one button per person.</summary>
internal static class ChoosePersonPage
{
    public static IResult Show(IEnumerable<KeyValuePair<string, string>> request, string ticket, string? preselected) => Page.Show("Anmelden", Html.Of($"""
        <p>Wer soll sich anmelden? Am echten Dienst stünde hier der Online-Ausweis, das ELSTER-Zertifikat oder ein Benutzerkonto.</p>
        <form method="post" action="{BrokerAddresses.AuthorizationPath}">
          {request.Select(parameter => Html.Of($"<input type=\"hidden\" name=\"{parameter.Key}\" value=\"{parameter.Value}\">"))}
          <input type="hidden" name="ticket" value="{ticket}">
          <p><button class="quiet" type="submit" name="person" value="">Abbrechen</button></p>
          <h2>Bürgerinnen und Bürger</h2>
          {Choices(citizens: true, preselected)}
          <h2>Unternehmen und Vereine</h2>
          {Choices(citizens: false, preselected)}
        </form>
        """));

    public static IResult Stale() => Page.Show("Anmelden", Html.Of($"""
        <p>Diese Seite ist veraltet oder wurde schon benutzt. Bitte beginnen Sie die Anmeldung in der Anwendung noch einmal.</p>
        """), StatusCodes.Status400BadRequest);

    /// <summary>The application's fault, and nothing is known of where to return to: the developer reads it here.</summary>
    public static IResult Mistake(string error, string? description) => Page.Show("Anmelden", Html.Of($"""
        <p>Die Anwendung hat die Anmeldung falsch begonnen; deshalb geht es hier nicht weiter.</p>
        <dl class="card warning"><dt>Fehler (error)</dt><dd><code>{error}</code></dd><dt>Erklärung (error_description)</dt><dd lang="en">{description}</dd></dl>
        """), StatusCodes.Status400BadRequest);

    private static IEnumerable<Html> Choices(bool citizens, string? preselected) => SandboxPersons.All
        .Where(person => person.Company is null == citizens)
        .Select(person => Html.Of($"""
            <section class="card">
              <h3>{person.Label}</h3>
              <p>{person.Speciality} {person.Method.Label}.</p>
              <button type="submit" name="person" value="{person.Key}"{Focus(person.Key == preselected)}>Anmelden als {person.Label}</button>
            </section>
            """));

    private static Html Focus(bool preselected) => preselected ? Html.Of($" autofocus") : Html.Empty;
}
