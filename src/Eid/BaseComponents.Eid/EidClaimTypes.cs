namespace BaseComponents.Eid;

/// <summary>Types of the claims that carry an <see cref="EidIdentity"/> in a session. Read them with <see cref="EidPrincipalExtensions.GetEidIdentity"/>.</summary>
public static class EidClaimTypes
{
    /// <summary>The key made of the pseudonym (<see cref="EidPseudonym.ToUserKey"/>); the type that antiforgery looks for.</summary>
    public const string UserKey = "sub";

    /// <summary>Form of the claims; marks an identity as one of this component.</summary>
    public const string Version = "eid.version";

    internal const string Kind = "eid.kind";
    internal const string Level = "eid.level";
    internal const string Method = "eid.method";
    internal const string PseudonymIssuer = "eid.pseudonym.issuer";
    internal const string PseudonymValue = "eid.pseudonym.value";
    internal const string MethodPseudonymIssuer = "eid.method_pseudonym.issuer";
    internal const string MethodPseudonymValue = "eid.method_pseudonym.value";
    internal const string UsedTwoFactors = "eid.two_factors";
    internal const string Mailbox = "eid.mailbox";
    internal const string MailAddress = "eid.mail_address";
    internal const string TelephoneNumber = "eid.telephone_number";
    internal const string DeMailAddress = "eid.de_mail_address";
    internal const string CommunityId = "eid.community_id";
    internal const string Trust = "eid.trust";
    internal const string Absence = "eid.absence";
}
