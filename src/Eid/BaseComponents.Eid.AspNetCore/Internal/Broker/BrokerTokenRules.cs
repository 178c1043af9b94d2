namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>Demands on the broker's tokens that contradict each other or can never be met.</summary>
internal static class BrokerTokenRules
{
    public static IEnumerable<string> Failures(string section, EidBrokerOptions options)
    {
        var demands = options.Tokens is { RequireEncryptedIdToken: true } or { RequireEncryptedUserInfo: true } or { RequireEncryptedLogoutToken: true };
        if (demands && options.Client.DecryptionCertificates.Count == 0)
            yield return $"{section}:Client:DecryptionCertificates is empty, but Tokens demands encryption. Name the certificate whose key the broker encrypts to.";
        var verified = options.VerifiedClaims;
        if (verified.Frameworks.Count == 0 && (verified.Only || verified.Claims.Count > 0))
            yield return $"{section}:VerifiedClaims:Frameworks is empty: nothing would ever count as verified. Name the rules that are accepted.";
        if (verified.Frameworks.Any(framework => framework.Level is AssuranceLevel.Unknown))
            yield return $"{section}:VerifiedClaims:Frameworks: Level Unknown says that nothing was verified. Leave the entry out.";
        if (verified.Frameworks.DistinctBy(framework => (framework.Name, framework.AssuranceLevel)).Count() < verified.Frameworks.Count)
            yield return $"{section}:VerifiedClaims:Frameworks names the same rules and level twice.";
    }
}
