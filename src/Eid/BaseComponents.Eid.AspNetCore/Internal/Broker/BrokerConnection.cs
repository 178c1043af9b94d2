using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>One broker and what this application needs to talk to it: made when first needed, and anew when the settings change.</summary>
internal sealed class BrokerConnection
{
    public BrokerConnection(EidBrokerOptions options, BrokerDiscovery discovery, TimeProvider clock, ILogger log)
    {
        (Options, Discovery, Clock, Log) = (options, discovery, clock, log);
        Keys = new BrokerKeys(options.Client);
        Authenticator = new ClientAuthenticator(options, Keys, clock);
        Requests = new RequestObject(options, Keys, clock);
        Tokens = new BrokerTokens(options, Keys, discovery);
        LogoutTokens = new LogoutTokenRules(options, clock);
    }

    public EidBrokerOptions Options { get; }

    public BrokerDiscovery Discovery { get; }

    public TimeProvider Clock { get; }

    public ILogger Log { get; }

    public BrokerKeys Keys { get; }

    public ClientAuthenticator Authenticator { get; }

    public RequestObject Requests { get; }

    public BrokerTokens Tokens { get; }

    public LogoutTokenRules LogoutTokens { get; }
}
