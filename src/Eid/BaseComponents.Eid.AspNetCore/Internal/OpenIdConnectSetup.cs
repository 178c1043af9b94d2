using BaseComponents.Eid.AspNetCore.Internal.Broker;
using BaseComponents.Shared;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>Turns the settings of one scheme into those of the framework's handler: code flow with PKCE, nothing kept, nothing loosened.</summary>
internal sealed class OpenIdConnectSetup(
    string scheme, IOptionsMonitor<EidBrokerOptions> settings, TimeProvider clock, ILogger<EidBrokerHandler> log) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    private const int LargestAnswer = 1024 * 1024;

    public void Configure(OpenIdConnectOptions options)
    {
    }

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != scheme)
            return;
        var broker = settings.Get(scheme);
        ConfigureRequest(options, broker);
        ConfigureAnswer(options, broker);
        ConfigureCookies(options, broker);
        options.Backchannel = Backchannel(broker);
        options.BackchannelTimeout = broker.RequestTimeout;
        var discovery = new BrokerDiscovery(broker, new BrokerDocuments(options.Backchannel, broker.Authority!), clock, log)
        {
            // The library would go on taking keys that the broker has withdrawn.
            UseLastKnownGoodConfiguration = false,
        };
        options.ConfigurationManager = discovery;
        options.Events = new BrokerEvents(new BrokerConnection(broker, discovery, clock, log));
    }

    private void ConfigureRequest(OpenIdConnectOptions options, EidBrokerOptions broker)
    {
        options.ClientId = broker.ClientId;
        // With any other proof the secret stays out of the form.
        options.ClientSecret = broker.Client.Authentication is BrokerClientAuthentication.ClientSecretPost ? broker.ClientSecret : null;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = broker.ResponseMode is BrokerResponseMode.FormPost ? OpenIdConnectResponseMode.FormPost : OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = broker.PushedAuthorization switch
        {
            PushedAuthorization.Required => PushedAuthorizationBehavior.Require,
            PushedAuthorization.Never => PushedAuthorizationBehavior.Disable,
            _ => PushedAuthorizationBehavior.UseIfAvailable,
        };
        options.Scope.Clear();
        foreach (var scope in broker.Scopes.Prepend("openid").Distinct(StringComparer.Ordinal))
            options.Scope.Add(scope);
        options.DisableTelemetry = true;
        options.CallbackPath = broker.CallbackPath ?? $"/signin-{scheme.ToLowerInvariant()}";
        options.RemoteAuthenticationTimeout = broker.LoginTimeout;
        // Sign-out is the application's own; pages that anybody can call to end a session are left off.
        options.RemoteSignOutPath = PathString.Empty;
    }

    private static void ConfigureAnswer(OpenIdConnectOptions options, EidBrokerOptions broker)
    {
        options.SaveTokens = false;
        options.UseTokenLifetime = false;
        options.GetClaimsFromUserInfoEndpoint = broker.UseUserInfo;
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        options.ProtocolValidator.RequireNonce = true;
        options.ProtocolValidator.NonceLifetime = broker.LoginTimeout;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = IdTokenRules.Algorithms(broker),
            ClockSkew = broker.ClockSkew,
            RequireExpirationTime = true,
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidateLifetime = true,
            ValidateIssuerSigningKey = true,
        };
    }

    // The prefix makes browsers refuse the cookie to anybody but this host. The Sandbox runs without https, where it cannot be used.
    private static void ConfigureCookies(OpenIdConnectOptions options, EidBrokerOptions broker)
    {
        var prefix = broker.Environment is EidEnvironment.Sandbox ? "eid-" : "__Host-eid-";
        options.CorrelationCookie = Cookie(prefix + "c.", broker);
        options.NonceCookie = Cookie(prefix + "n.", broker);
    }

    // An answer in the address is a top-level GET, which brings Lax cookies along; one in a form comes from another site.
    private static CookieBuilder Cookie(string name, EidBrokerOptions broker)
    {
        var fromAnotherSite = broker.ResponseMode is BrokerResponseMode.FormPost;
        return new CookieBuilder
        {
            Name = name,
            Path = "/",
            HttpOnly = true,
            IsEssential = true,
            SameSite = fromAnotherSite ? SameSiteMode.None : SameSiteMode.Lax,
            SecurePolicy = broker.Environment is EidEnvironment.Sandbox && !fromAnotherSite ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always,
            Expiration = broker.LoginTimeout,
        };
    }

    private static HttpClient Backchannel(EidBrokerOptions broker)
    {
        var handler = HttpDefaults.CreateHandler(new HttpBackEnd
        {
            TrustAnchors = HttpDefaults.TrustAnchors(broker.TrustAnchorsPem),
            Proxy = broker.Proxy,
        });
        HttpMessageHandler proving = broker.Client.Authentication is BrokerClientAuthentication.ClientSecretBasic ? new ClientSecretHeader(broker, handler) : handler;
        return new HttpClient(new OutageHandler(proving))
        {
            Timeout = broker.RequestTimeout,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }
}
