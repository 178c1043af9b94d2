using System.Text.Json;
using BaseComponents.Eid.AspNetCore.Internal.Broker;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>
/// What is checked of an ID token before the framework reads it. The framework takes unsigned tokens when they come from the token endpoint
/// (OpenID Connect Core 3.1.3.7 allows that); here every token is signed, whatever way it came.
/// </summary>
internal static class IdTokenRules
{
    public static IReadOnlyList<string> DefaultAlgorithms { get; } =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static IReadOnlyList<string> Algorithms(EidBrokerOptions broker) =>
        broker.SigningAlgorithms.Count > 0 ? [.. broker.SigningAlgorithms] : DefaultAlgorithms;

    /// <summary>The signed ID token, out of the encrypted one where there is one.</summary>
    /// <exception cref="LoginFailure">It is not acceptable.</exception>
    public static string Open(string? idToken, BrokerTokens tokens, EidBrokerOptions broker)
    {
        if (string.IsNullOrEmpty(idToken))
            throw new LoginFailure(EidLoginOutcome.Rejected, "id-token-missing");
        var signed = tokens.Open(idToken, broker.Tokens.RequireEncryptedIdToken, "JWT");
        CheckAudiences(signed);
        return signed;
    }

    private static void CheckAudiences(string signed)
    {
        var token = Read(signed);
        // OpenID Connect Core 3.1.3.7, rules 3 and 4; that the one authorised is this application is checked by the framework.
        if (token.Audiences.Count() > 1 && string.IsNullOrEmpty(token.Azp))
            throw new LoginFailure(EidLoginOutcome.Rejected, "id-token-audiences-unclear");
    }

    private static JsonWebToken Read(string idToken)
    {
        try
        {
            return new JsonWebToken(idToken);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or JsonException)
        {
            throw new LoginFailure(EidLoginOutcome.Rejected, "id-token-unreadable");
        }
    }
}
