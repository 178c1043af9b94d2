using BaseComponents.Sandbox.Eid.Persons;
using BaseComponents.Sandbox.Eid.Saml.Answers;
using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Pages;

namespace BaseComponents.Sandbox.Eid.Saml.Unternehmenskonto;

/// <summary>One log-in at Mein Unternehmenskonto: whoever has an ELSTER certificate, for a company or for themselves.</summary>
internal sealed class UnternehmenskontoLogin(AuthnRequest request, Pseudonyms pseudonyms) : SamlLogin(request)
{
    public override IReadOnlyList<SandboxPerson> Offered { get; } = [.. SandboxPersons.All.Where(person => person.Method == SandboxMethod.Elster)];

    public override Html Introduction => Html.Of($"""
        <p>{SamlApplication.DisplayName} möchte wissen, für wen Sie handeln. Am echten Dienst stünde hier die Anmeldung mit einem ELSTER-Organisationszertifikat.</p>
        """);

    public override SamlOutcome Answer(SandboxPerson person, bool asGuest) => new(SamlStatus.Success)
    {
        Name = new SamlName(pseudonyms.Of("unternehmenskonto", Request.Issuer, person.Key), SamlUris.Persistent),
        ContextClasses = [SamlUris.Unspecified],
        Attributes = UnternehmenskontoAccount.AttributesOf(person, "du-" + pseudonyms.Of("sender", "", person.Key)[..32]),
    };
}
