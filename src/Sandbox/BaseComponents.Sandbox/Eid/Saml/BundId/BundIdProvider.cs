using BaseComponents.Sandbox.Eid.Saml.Answers;
using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Eid.Saml.Xml;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.Saml.BundId;

/// <summary>The state's account for citizens: the assertion is signed and encrypted, and the response signed around it.</summary>
internal sealed class BundIdProvider : SamlIdentityProvider
{
    private const string MissingBerca = "bundid." + RefusalCodes.MissingBerca;
    private readonly Pseudonyms _pseudonyms;

    public BundIdProvider(SandboxContext context, SamlApplication application, Pseudonyms pseudonyms)
        : base(context, application, "bundid")
    {
        _pseudonyms = pseudonyms;
        Armed.Register(MissingBerca, "BundID kennt für den Onlinedienst kein Berechtigungszertifikat und zeigt seine Fehlerseite.");
    }

    protected override string Title => "BundID";

    protected override string Section => "BundId";

    protected override string NameFormat => SamlUris.Transient;

    protected override IEnumerable<SamlFault> OwnFaults =>
    [
        new("level-too-low", "Die Zusicherung hat nur das Niveau der Basisregistrierung.", plan => WithContext(plan, BundIdLevel.Basic.ContextClass)),
        new("two-levels", "Die Zusicherung nennt zwei Vertrauensniveaus, das niedrige zuletzt.", plan => WithContext(plan, [.. plan.Outcome.ContextClasses, BundIdLevel.Basic.ContextClass])),
        new("unknown-level", "Die Zusicherung nennt ein Vertrauensniveau, das es nicht gibt.", plan => WithContext(plan, "STORK-QAA-Level-5")),
        new("other-method", "Die Person hat sich mit einem anderen Verfahren ausgewiesen, als die Anwendung zulässt.", plan => plan.WithAttributes(attributes => attributes.Select(ProvedByPassword))),
        new("swapped-names", "Kein Fehler: FriendlyName ist bei Vor- und Nachname vertauscht; es zählt allein die OID.", plan => plan.WithAttributes(attributes => attributes.Select(Swapped))),
        new("without-trust-level", "Den Attributen fehlt das Vertrauensniveau.", plan => plan.WithAttributes(attributes => attributes.Select(attribute => attribute with { TrustLevel = null }))),
    ];

    public override IEnumerable<KeyValuePair<string, Func<string>>> Configuration() =>
    [
        .. base.Configuration(),
        new("BaseComponents:Eid:BundId:OnlineServiceId", () => SamlApplication.OnlineServiceId),
        new("BaseComponents:Eid:BundId:OrganisationDisplayName", () => SamlApplication.DisplayName),
    ];

    protected override SamlLogin Open(AuthnRequest request) =>
        Armed.Take(MissingBerca) is null ? new BundIdLogin(request, _pseudonyms) : throw new RequestRefusedException(RefusalCodes.MissingBerca);

    protected override AnswerPlan Complete(AnswerPlan plan) => plan with { AssertionSignature = new SignatureStyle(Keys.Signing) { InclusivePrefixes = "xsd" } };

    private static AnswerPlan WithContext(AnswerPlan plan, params string[] contextClasses) => plan with { Outcome = plan.Outcome with { ContextClasses = contextClasses } };

    private static SamlAttribute ProvedByPassword(SamlAttribute attribute) => attribute.Name == BundIdDatum.ProvedBy ? attribute with { Text = "Benutzername" } : attribute;

    private static SamlAttribute Swapped(SamlAttribute attribute) => attribute.Name switch
    {
        BundIdDatum.GivenName => attribute with { FriendlyName = "surname" },
        BundIdDatum.Surname => attribute with { FriendlyName = "givenName" },
        _ => attribute,
    };
}
