namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <summary>What both identity providers can be told to say wrongly.</summary>
internal static class CommonFaults
{
    private const string Elsewhere = "https://elsewhere.example/saml";
    private static readonly TimeSpan Long = TimeSpan.FromHours(8);

    public static IEnumerable<SamlFault> All(string entityId) =>
    [
        new("wrong-audience", "Die Zusicherung ist für eine andere Anwendung bestimmt.", plan => plan with { Audience = Elsewhere }),
        new("wrong-recipient", "Die Zusicherung darf nur an einer anderen Adresse abgegeben werden.", plan => plan with { Recipient = Elsewhere }),
        new("wrong-destination", "Die Antwort ist an eine andere Adresse gerichtet.", plan => plan with { Destination = Elsewhere }),
        new("wrong-issuer", "Die Antwort nennt einen fremden Aussteller, mit echter Signatur.", plan => plan with { Issuer = entityId + "-of-somebody-else" }),
        new("wrong-request", "Die Antwort gehört zu einer anderen Anfrage.", plan => plan with { InResponseTo = SamlIds.Fresh() }),
        new("unsolicited", "Die Antwort gehört zu keiner Anfrage.", plan => plan with { InResponseTo = null }),
        new("expired", "Die Zusicherung ist seit Stunden abgelaufen.", plan => plan with { NotBefore = plan.NotBefore - Long, NotOnOrAfter = plan.NotOnOrAfter - Long }),
        new("not-yet", "Die Zusicherung gilt erst in einigen Stunden.", plan => plan with { NotBefore = plan.NotBefore + Long, NotOnOrAfter = plan.NotOnOrAfter + Long }),
        new("stale-authentication", "Die Person hat sich schon vor Stunden ausgewiesen, nicht für diese Anfrage.", plan => plan with { AuthenticatedAt = plan.AuthenticatedAt - Long }),
        new("duplicate-attribute", "Ein Attribut steht zweimal da, mit verschiedenen Werten.", plan => plan.WithAttributes(Duplicated)),
        new("missing-attribute", "Ein Attribut, ohne das es nicht geht, fehlt in der Zusicherung.", plan => plan.WithAttributes(WithoutOne)),
        new("provider-error", "Der Dienst meldet einen eigenen Fehler (Responder).", plan => plan with { Outcome = new SamlOutcome(new SamlStatus("Responder")) }),
        new("doctype", "Vor der Antwort steht ein Dokumenttyp mit einer Entität.", plan => plan with { ChangeText = text => """<!DOCTYPE r [<!ENTITY e "ANGREIFER">]>""" + text }),
        new("huge", "Die Antwort ist acht Millionen Zeichen lang; ihre Signatur stimmt.", plan => plan with { ChangeText = Swollen }),
    ];

    private static IEnumerable<SamlAttribute> Duplicated(IReadOnlyList<SamlAttribute> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.Text is not null) is { } first ? [.. attributes, first with { Text = ForgedPlan.Name }] : attributes;

    private static IEnumerable<SamlAttribute> WithoutOne(IReadOnlyList<SamlAttribute> attributes)
    {
        var leftOut = attributes.OrderByDescending(attribute => attribute.IsRequired).FirstOrDefault();
        return attributes.Where(attribute => attribute != leftOut);
    }

    // A comment is no part of the canonical form.
    private static string Swollen(string text) => text.Insert(text.LastIndexOf("</", StringComparison.Ordinal), $"<!--{new string('x', 8_000_000)}-->");
}
