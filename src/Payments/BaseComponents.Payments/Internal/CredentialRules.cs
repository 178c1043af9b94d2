namespace BaseComponents.Payments.Internal;

/// <summary>What each way of authentication needs.</summary>
internal static class CredentialRules
{
    public static IEnumerable<string?> Refusals(string section, PaymentsOptions options)
    {
        var (credentials, way) = (options.Credentials, options.Authentication);
        if (way is PaymentAuthentication.ClientCertificate)
        {
            yield return credentials is { Name: null, Secret: null, TokenAddress: null }
                ? null
                : $"{section}:Credentials are set, and Authentication is ClientCertificate. Set Authentication to OAuth2 or Basic, or take the credentials out.";
            yield break;
        }

        if (string.IsNullOrEmpty(credentials.Name) || string.IsNullOrEmpty(credentials.Secret))
            yield return $"{section}:Credentials: {way} needs Name and Secret.";
        if (way is PaymentAuthentication.Basic)
            yield return credentials.Name?.Contains(':', StringComparison.Ordinal) is true ? $"{section}:Credentials:Name holds a colon, which Basic cannot carry." : null;
        else if (credentials.TokenAddress is not { IsAbsoluteUri: true, Scheme: "https" })
            yield return $"{section}:Credentials:TokenAddress must be an absolute https address.";
    }
}
