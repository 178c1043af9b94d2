using BaseComponents.Sandbox.Eid.Broker;
using BaseComponents.Sandbox.Eid.EidServer;
using BaseComponents.Sandbox.Eid.Persons;
using BaseComponents.Sandbox.Eid.Saml;
using BaseComponents.Sandbox.Eid.Saml.BundId;
using BaseComponents.Sandbox.Eid.Saml.Unternehmenskonto;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Sandbox.Eid;

/// <summary>The state log-ins: BundID and Mein Unternehmenskonto over SAML 2.0, the eID-Service over TR-03130, and a broker over OpenID Connect.</summary>
internal sealed class EidService : SandboxService
{
    private readonly BrokerAddresses _addresses;
    private readonly BrokerKeys _keys;
    private readonly BrokerClient _client;
    private readonly BrokerFaults _faults;
    private readonly KeyClient _keyClient;
    private readonly BrokerSessions _sessions;
    private readonly IReadOnlyList<SamlIdentityProvider> _identityProviders;
    private readonly EidServerSite _eidServer;

    public EidService(SandboxContext context)
        : base(context)
    {
        _addresses = new BrokerAddresses(context);
        _keys = new BrokerKeys(context);
        _client = new BrokerClient(context.State);
        _keyClient = new KeyClient(context);
        _sessions = new BrokerSessions(context.Clock);
        var clientTokens = new ClientTokens(_keyClient, _addresses, new OnceOnly(context.Clock, TimeSpan.FromMinutes(30)));
        _faults = new BrokerFaults(context.Faults, _keys, new KeyClientGate(_keyClient, clientTokens));
        var application = new SamlApplication(context.Authority);
        var pseudonyms = new Pseudonyms(context.State);
        _identityProviders = [new BundIdProvider(context, application, pseudonyms), new UnternehmenskontoProvider(context, application, pseudonyms)];
        _eidServer = new EidServerSite(context, pseudonyms);
    }

    public override ServiceCard Card => new(
        "Anmeldung (Nutzerkonto, eID)",
        "BundID und Mein Unternehmenskonto nach SAML 2.0, der eID-Service nach TR-03130 und ein Anmeldedienst nach OpenID Connect. Statt Ausweis und PIN gibt es eine Seite, auf der man eine Person oder ein Unternehmen auswählt.",
        [("Personen und Unternehmen", "/broker/persons"), ("Angemeldet", SessionsPage.Path), ("BundID", "/bundid"), ("Mein Unternehmenskonto", "/unternehmenskonto"), ("eID-Service", EidServerAddresses.PagePath)],
        [("Aussteller (issuer)", _addresses.Issuer.AbsoluteUri), ("Anwendung (client_id)", BrokerClient.Id), ("eID-Server, mit Client-Zertifikat", _eidServer.SoapAddress.AbsoluteUri)]);

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(new VolatileKeyRing());
        services.AddSingleton<IStartupFilter>(_faults);
        EidServerSite.AddServices(services);
        var rules = new BrokerRules(_client, _keyClient, new OnceOnly(Context.Clock, TimeSpan.FromMinutes(30)), _sessions);
        BrokerServer.Add(services, _addresses, _keys, rules, _faults, new ShortTokens(Context.Clock), new KeyClientAnswers(_keyClient, _keys, _faults));
    }

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        var authorization = new AuthorizationEndpoint(_keys, new LoginTickets(Context.Clock), _sessions);
        endpoints.MapGet(BrokerAddresses.AuthorizationPath, (Delegate)authorization.Show);
        endpoints.MapPost(BrokerAddresses.AuthorizationPath, (Delegate)authorization.DecideAsync);
        endpoints.MapGet("/broker/persons", PersonsPage.Show);
        var sessions = new SessionsPage(_sessions, new LogoutSender(_keys, _addresses, _keyClient, Context.Faults, Context.Clock));
        endpoints.MapGet(SessionsPage.Path, (Delegate)sessions.Show);
        endpoints.MapPost(SessionsPage.Path, (Delegate)sessions.EndAsync);
        foreach (var identityProvider in _identityProviders)
            identityProvider.Map(endpoints);
        _eidServer.Map(endpoints);
    }

    public override IEnumerable<KeyValuePair<string, string?>> Configuration() => BrokerSettings.Of(_addresses, _client, _keyClient, Context.Authority.RootPem);

    public override IEnumerable<KeyValuePair<string, Func<string>>> LateConfiguration() => [.. _identityProviders.SelectMany(identityProvider => identityProvider.Configuration()), .. _eidServer.Configuration()];

    public override IReadOnlyList<string> OpenToForms => [.. _identityProviders.Select(identityProvider => identityProvider.SignOnPath)];
}
