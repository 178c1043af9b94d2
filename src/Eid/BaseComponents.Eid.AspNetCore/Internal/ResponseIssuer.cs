using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>The parameter <c>iss</c> of the answer, which keeps the answer of one broker from being taken for that of another (RFC 9207).</summary>
internal static class ResponseIssuer
{
    public static void Check(string? issuer, OpenIdConnectConfiguration broker)
    {
        if (string.IsNullOrEmpty(issuer))
        {
            if (IsPromised(broker))
                throw new LoginFailure(EidLoginOutcome.Rejected, "response-issuer-missing");
        }
        else if (!string.Equals(issuer, broker.Issuer, StringComparison.Ordinal))
        {
            throw new LoginFailure(EidLoginOutcome.Rejected, "response-issuer-differs");
        }
    }

    private static bool IsPromised(OpenIdConnectConfiguration broker) =>
        broker.AuthorizationResponseIssParameterSupported;
}
