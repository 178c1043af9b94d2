using BaseComponents.Sandbox.Eid.Persons;
using BaseComponents.Sandbox.Eid.Saml.Answers;
using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Pages;

namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>One log-in at one of the two services: who may log in for this request, and what the application is told then.</summary>
internal abstract class SamlLogin(AuthnRequest request)
{
    public AuthnRequest Request { get; } = request;

    /// <summary>What the page says about the request.</summary>
    public abstract Html Introduction { get; }

    public abstract IReadOnlyList<SandboxPerson> Offered { get; }

    /// <summary>Whether the person may log in for this once, without an account.</summary>
    public virtual bool OffersGuest(SandboxPerson person) => false;

    public abstract SamlOutcome Answer(SandboxPerson person, bool asGuest);
}
