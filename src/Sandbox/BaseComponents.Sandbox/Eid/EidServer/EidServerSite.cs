using BaseComponents.Sandbox.Eid.EidServer.Answers;
using BaseComponents.Sandbox.Eid.EidServer.Client;
using BaseComponents.Sandbox.Eid.EidServer.Documents;
using BaseComponents.Sandbox.Eid.EidServer.Faults;
using BaseComponents.Sandbox.Eid.EidServer.Sessions;
using BaseComponents.Sandbox.Eid.Saml;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Sandbox.Eid.EidServer;

/// <summary>The eID-Service of the state (TR-03130) with a stand-in of the AusweisApp: addresses, keys, endpoints.</summary>
/// <remarks>German: Basiskomponente Temporäre Identifikation, eID-Service Sachsen.</remarks>
internal sealed class EidServerSite(SandboxContext context, Pseudonyms pseudonyms)
{
    private readonly EidServerAddresses _addresses = new(context);
    private readonly EidServerKeys _keys = new(context.Authority);

    public Uri SoapAddress => _addresses.Soap;

    public static void AddServices(IServiceCollection services) => services.AddSingleton<TcTokenSource>();

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ServerFaults.Register(context.Faults);
        EidClientFaults.Register(context.Faults);
        var sessions = new EidSessions(context.Clock);
        var desk = new EidServerDesk(context.Faults, _addresses, sessions, new CardReader(new ChipData(pseudonyms), context.Clock));
        var server = new EidServerEndpoint(context, desk, _keys);
        var client = new EidClient(context, _addresses, sessions, endpoints.ServiceProvider.GetRequiredService<TcTokenSource>());
        endpoints.MapGet(EidServerAddresses.PagePath, () => EidServerPage.Show(_addresses));
        endpoints.MapPost(EidServerAddresses.SoapPath, (Delegate)server.AnswerAsync);
        endpoints.MapGet(EidServerAddresses.ClientPath, (Delegate)client.ShowAsync);
        endpoints.MapPost(EidServerAddresses.ClientPath, (Delegate)client.DecideAsync);
    }

    public IEnumerable<KeyValuePair<string, Func<string>>> Configuration() => EidServerSettings.Of(context, _addresses, _keys);
}
