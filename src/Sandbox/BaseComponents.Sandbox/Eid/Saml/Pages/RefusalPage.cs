using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.Saml.Pages;

/// <summary>What a citizen gets to see, and the developer of the application has to mend. No answer goes back to the application.</summary>
internal static class RefusalPage
{
    public static IResult Show(string? code) => RefusalCodes.SentenceOf(code) is { } sentence
        ? Page.Show("Anmeldung nicht möglich", Body(code!, sentence), StatusCodes.Status400BadRequest)
        : Results.NotFound();

    private static Html Body(string code, string sentence) => Html.Of($"""
        <section class="card warning">
          <p>Die Anwendung, von der Sie kommen, hat eine Anfrage geschickt, die nicht angenommen wird.</p>
          <p>{sentence}</p>
          <p>Fehlercode: <code>{code}</code></p>
        </section>
        """);
}
