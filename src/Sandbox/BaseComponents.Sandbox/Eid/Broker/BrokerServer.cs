using BaseComponents.Sandbox.Eid.Persons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>The OpenID provider: OpenIddict without a database.</summary>
internal static class BrokerServer
{
    public static void Add(IServiceCollection services, BrokerAddresses addresses, BrokerKeys keys, BrokerRules rules, BrokerFaults faults, ShortTokens names, KeyClientAnswers answers) =>
        services.AddOpenIddict().AddServer(server =>
        {
            SetAddresses(server, addresses);
            SetFlow(server);
            server.Configure(BrokerPromises.Narrow);
            server.AddSigningCredentials(new SigningCredentials(keys.Signing, SecurityAlgorithms.RsaSha256));
            server.AddEncryptionCredentials(new EncryptingCredentials(keys.Sealing, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
            AddRules(server, rules, faults, names, answers);
            // The page for people is on http; both listen on the loopback interface only.
            server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableErrorPassthrough().DisableTransportSecurityRequirement();
        });

    private static void SetAddresses(OpenIddictServerBuilder server, BrokerAddresses addresses) => server
        .SetIssuer(addresses.Issuer)
        .SetConfigurationEndpointUris(addresses.Discovery)
        .SetJsonWebKeySetEndpointUris(addresses.Keys)
        .SetAuthorizationEndpointUris(addresses.Authorization)
        .SetPushedAuthorizationEndpointUris(addresses.PushedAuthorization)
        .SetTokenEndpointUris(addresses.Token)
        .SetUserInfoEndpointUris(addresses.UserInfo);

    private static void SetFlow(OpenIddictServerBuilder server) => server
        .EnableDegradedMode()
        .AllowAuthorizationCodeFlow()
        .RequireProofKeyForCodeExchange()
        .SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(1))
        .SetAccessTokenLifetime(TimeSpan.FromMinutes(5))
        .SetIdentityTokenLifetime(TimeSpan.FromMinutes(5))
        .RegisterScopes(OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.Email, OpenIddictConstants.Scopes.Address, PersonClaims.EidScope)
        .RegisterClaims([.. PersonClaims.Names]);

    private static void AddRules(OpenIddictServerBuilder server, BrokerRules rules, BrokerFaults faults, ShortTokens names, KeyClientAnswers answers) => server
        .AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseInlineHandler(BrokerPromises.Correct).SetOrder(int.MaxValue))
        .AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(BrokerRules.CheckAuthorization))
        .AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(BrokerRules.AnswerSilence))
        .AddEventHandler<ValidatePushedAuthorizationRequestContext>(handler => handler.UseInlineHandler(rules.CheckPushed))
        .AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(rules.CheckToken))
        .AddEventHandler<HandleTokenRequestContext>(handler => handler.UseInlineHandler(rules.SpendCode).SetOrder(int.MinValue + 150_000))
        .AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseInlineHandler(rules.CheckAccess).SetOrder(-1))
        .AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseInlineHandler(KeyClientAnswers.Note))
        .AddEventHandler<ApplyUserInfoResponseContext>(handler => handler.UseInlineHandler(answers.WriteUserInfo).SetOrder(int.MinValue + 100_000))
        .AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseInlineHandler(UserInfoRules.AddClaims))
        .AddEventHandler<GenerateTokenContext>(handler => handler.UseInlineHandler(faults.SpoilIdToken).SetOrder(int.MinValue))
        .AddEventHandler<GenerateTokenContext>(handler => handler.UseInlineHandler(names.Shorten).SetOrder(int.MaxValue))
        .AddEventHandler<GenerateTokenContext>(handler => handler.UseInlineHandler(answers.SealIdToken).SetOrder(int.MaxValue))
        .AddEventHandler<ValidateTokenContext>(handler => handler.UseInlineHandler(names.Lengthen).SetOrder(int.MinValue));
}
