using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Where the OpenID provider answers: machines over https, people over http.</summary>
internal sealed class BrokerAddresses(SandboxContext context)
{
    public const string AuthorizationPath = "/broker/authorize";
    public const string PushedPath = "/broker/par";
    public const string TokenPath = "/broker/token";
    public const string DiscoveryPath = "/broker/.well-known/openid-configuration";

    public Uri Issuer => new(context.HttpsAddress, "/broker");

    public Uri Discovery => new(context.HttpsAddress, DiscoveryPath);

    public Uri Keys => new(context.HttpsAddress, "/broker/jwks");

    public Uri Token => new(context.HttpsAddress, TokenPath);

    public Uri PushedAuthorization => new(context.HttpsAddress, PushedPath);

    public Uri UserInfo => new(context.HttpsAddress, "/broker/userinfo");

    public Uri Authorization => new(context.HttpAddress, AuthorizationPath);
}
