using BaseComponents.Sandbox.Eid.Saml.Answers;
using BaseComponents.Sandbox.Eid.Saml.Pages;
using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Eid.Saml.Xml;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>One SAML 2.0 identity provider: addresses, keys, endpoints. In what the two differ they say themselves.</summary>
internal abstract class SamlIdentityProvider
{
    private readonly SandboxContext _context;

    protected SamlIdentityProvider(SandboxContext context, SamlApplication application, string name)
    {
        (_context, Application, Name) = (context, application, name);
        Addresses = new SamlAddresses(context, "/" + name);
        Keys = new IdentityProviderKeys(context.Authority, name);
    }

    public string SignOnPath => Addresses.SignOnPath;

    protected string Name { get; }

    protected SandboxFaults Armed => _context.Faults;

    protected SamlApplication Application { get; }

    protected SamlAddresses Addresses { get; }

    protected IdentityProviderKeys Keys { get; }

    /// <summary>German name of the service.</summary>
    protected abstract string Title { get; }

    /// <summary>Section of the settings.</summary>
    protected abstract string Section { get; }

    protected abstract string NameFormat { get; }

    /// <summary>Faults that only this one has.</summary>
    protected abstract IEnumerable<SamlFault> OwnFaults { get; }

    /// <summary>Begins a log-in.</summary>
    /// <exception cref="RequestRefusedException">The service would not take this request.</exception>
    protected abstract SamlLogin Open(AuthnRequest request);

    /// <summary>What this service does in its own way with a good answer.</summary>
    protected abstract AnswerPlan Complete(AnswerPlan plan);

    public virtual IEnumerable<KeyValuePair<string, Func<string>>> Configuration() => SamlSettings.Of(Section, Addresses, Keys, Application);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var faults = CommonFaults.All(Addresses.EntityId.AbsoluteUri).Concat(CryptographyFaults.All(Keys, Application)).Concat(OwnFaults);
        var desk = new AnswerDesk(Name, Armed, [.. faults], Plan);
        var signOn = new SingleSignOn(Addresses, new AuthnRequestReader(Addresses, Application, _context.Clock), Open, desk, new PendingLogins(_context.Clock));
        endpoints.MapGet(Addresses.Page, () => ProviderPage.Show(Title, Addresses));
        endpoints.MapGet(Addresses.MetadataPath, () => Results.Text(SamlMetadata.Write(Addresses, Keys, NameFormat), "application/samlmetadata+xml"));
        endpoints.MapMethods(Addresses.SignOnPath, [HttpMethods.Get, HttpMethods.Post], (Delegate)signOn.BeginAsync);
        endpoints.MapPost(Addresses.ChoicePath, (Delegate)signOn.DecideAsync);
        endpoints.MapGet(Addresses.ErrorPath, (Delegate)SingleSignOn.Refused);
    }

    private AnswerPlan Plan(AuthnRequest request, SamlOutcome outcome) => Complete(AnswerPlan.For(request, outcome, Addresses.EntityId.AbsoluteUri, _context.Clock.GetUtcNow()) with
    {
        Seal = new SealStyle(Application.Decryption),
        ResponseSignature = new SignatureStyle(Keys.Signing),
    });
}
