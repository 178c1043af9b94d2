using BaseComponents.Sandbox.Eid.Persons;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Brings what OpenIddict offers, and says of itself in the discovery document, to what this provider really does.</summary>
internal static class BrokerPromises
{
    /// <summary>A code challenge in plain text protects nothing, and no client has a key here.</summary>
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
        context.Metadata["acr_values_supported"] = new OpenIddictParameter([.. SandboxPersons.All.Select(person => person.Method.Acr).Distinct()]);
        return default;
    }
}
