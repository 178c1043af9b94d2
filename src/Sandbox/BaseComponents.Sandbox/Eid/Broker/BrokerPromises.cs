using BaseComponents.Sandbox.Eid.Persons;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Brings what OpenIddict offers, and says of itself in the discovery document, to what this provider really does.</summary>
internal static class BrokerPromises
{
    /// <summary>A code challenge in plain text protects nothing; clients with a key are proven before OpenIddict sees them.</summary>
    public static void Narrow(OpenIddictServerOptions options)
    {
        options.CodeChallengeMethods.Remove(OpenIddictConstants.CodeChallengeMethods.Plain);
        options.ClientAuthenticationMethods.Remove(OpenIddictConstants.ClientAuthenticationMethods.PrivateKeyJwt);
    }

    public static ValueTask Correct(HandleConfigurationRequestContext context)
    {
        context.SubjectTypes.Clear();
        context.SubjectTypes.Add(OpenIddictConstants.SubjectTypes.Pairwise);
        context.Metadata["claims_parameter_supported"] = true;
        context.Metadata["request_parameter_supported"] = true;
        context.Metadata["backchannel_logout_supported"] = true;
        context.Metadata["backchannel_logout_session_supported"] = true;
        context.Metadata["request_object_signing_alg_values_supported"] = new OpenIddictParameter(["PS256"]);
        context.Metadata["token_endpoint_auth_signing_alg_values_supported"] = new OpenIddictParameter(["PS256"]);
        context.Metadata["id_token_encryption_alg_values_supported"] = new OpenIddictParameter(["RSA-OAEP-256"]);
        context.Metadata["id_token_encryption_enc_values_supported"] = new OpenIddictParameter(["A256GCM"]);
        context.Metadata["verified_claims_supported"] = true;
        context.Metadata["trust_frameworks_supported"] = new OpenIddictParameter(["eidas"]);
        context.Metadata["acr_values_supported"] = new OpenIddictParameter([.. SandboxPersons.All.Select(person => person.Method.Acr).Distinct()]);
        return default;
    }
}
