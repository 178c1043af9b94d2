using BaseComponents.Sandbox.Eid.Saml.Answers;
using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.Saml.Unternehmenskonto;

/// <summary>The state's account for companies: the response is signed, and the assertion in it encrypted without a signature of its own.</summary>
internal sealed class UnternehmenskontoProvider(SandboxContext context, SamlApplication application, Pseudonyms pseudonyms)
    : SamlIdentityProvider(context, application, "unternehmenskonto")
{
    protected override string Title => "Mein Unternehmenskonto";

    protected override string Section => "Unternehmenskonto";

    protected override string NameFormat => SamlUris.Persistent;

    protected override IEnumerable<SamlFault> OwnFaults =>
    [
        new("test-account", "Das Konto ist ein Testkonto (IstTestkonto).", plan => With(plan, "true", UnternehmenskontoAccount.TestAccount)),
        new("level-too-low", "Beide Vertrauensniveaus sind niedrig.", plan => With(plan, "niedrig", UnternehmenskontoAccount.Identification, UnternehmenskontoAccount.Authentication)),
        new("two-levels", "Identifizierung und Authentifizierung haben verschiedene Vertrauensniveaus.", plan => With(plan, "niedrig", UnternehmenskontoAccount.Authentication)),
        new("unknown-level", "Die Zusicherung nennt ein Vertrauensniveau, das es nicht gibt.", plan => With(plan, "besonders hoch", UnternehmenskontoAccount.Identification, UnternehmenskontoAccount.Authentication)),
    ];

    protected override SamlLogin Open(AuthnRequest request) => new UnternehmenskontoLogin(request, pseudonyms);

    protected override AnswerPlan Complete(AnswerPlan plan) => plan with { AttributeNameFormat = SamlUris.BasicNames };

    private static AnswerPlan With(AnswerPlan plan, string text, params string[] names) =>
        plan.WithAttributes(attributes => attributes.Select(attribute => names.Contains(attribute.Name) ? attribute with { Text = text } : attribute));
}
