using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.Persons;

/// <summary>Who can log in, for developers.</summary>
internal static class PersonsPage
{
    public static IResult Show() => Page.Show("Personen und Unternehmen", Html.Of($"""
        <p>Mit diesen erfundenen Personen und Unternehmen kann man sich an einer Anwendung anmelden, die mit der Sandbox verbunden ist.</p>
        {SandboxPersons.All.Select(Card)}
        """));

    private static Html Card(SandboxPerson person) => Html.Of($"""
        <section class="card">
          <h2>{person.Label}</h2>
          <p>{person.Speciality}</p>
          <dl>
            <dt>Verfahren</dt><dd>{person.Method.Label}</dd>
            <dt>Geburtsdatum</dt><dd>{person.Birthdate ?? "nicht übermittelt"}</dd>
            <dt>Anschrift</dt><dd>{Text(person.Address)}</dd>
          </dl>
        </section>
        """);

    private static string Text(SandboxAddress? address) => address switch
    {
        null => "nicht übermittelt",
        { Formatted: { } text } => text,
        _ => $"{address.Street}, {address.PostalCode} {address.Locality} ({address.Country})",
    };
}
