using System.Security.Claims;

namespace BaseComponents.Eid.Internal;

/// <summary>An identity as a flat list of claims. Both directions stand side by side in the files of this name.</summary>
internal static class IdentityClaims
{
    private const string Version = "1";

    public static bool AreIn(ClaimsIdentity claims) => claims.HasClaim(EidClaimTypes.Version, Version);

    public static IEnumerable<Claim> Write(EidIdentity identity) => Fields(identity)
        .Where(field => field.Value is not null)
        .Select(field => new Claim(field.Type, field.Value!));

    public static EidIdentity Read(ClaimsIdentity claims)
    {
        string? Text(string type) => claims.FindFirst(type)?.Value;
        return new EidIdentity
        {
            Person = PersonClaims.ReadPerson(Text),
            Organisation = Text(EidClaimTypes.Kind) == nameof(EidIdentityKind.Organisation) ? PersonClaims.ReadOrganisation(Text) : null,
            Address = AddressClaims.Read(Text),
            MailAddress = Text(EidClaimTypes.MailAddress),
            TelephoneNumber = Text(EidClaimTypes.TelephoneNumber),
            DeMailAddress = Text(EidClaimTypes.DeMailAddress),
            CommunityId = Text(EidClaimTypes.CommunityId),
            Document = DocumentClaims.Read(Text),
            Level = StatementClaims.ReadLevel(Text(EidClaimTypes.Level)),
            Method = Text(EidClaimTypes.Method) is { } method ? new EidMethod(method) : EidMethod.Unknown,
            Pseudonym = ReadPseudonym(Text, EidClaimTypes.PseudonymIssuer, EidClaimTypes.PseudonymValue),
            MethodPseudonym = ReadPseudonym(Text, EidClaimTypes.MethodPseudonymIssuer, EidClaimTypes.MethodPseudonymValue),
            UsedTwoFactors = bool.TryParse(Text(EidClaimTypes.UsedTwoFactors), out var used) ? used : null,
            Mailbox = Text(EidClaimTypes.Mailbox) is { Length: > 0 } handle ? new MailboxHandle(handle) : null,
            Statements = StatementClaims.Read(claims),
        };
    }

    private static IEnumerable<(string Type, string? Value)> Fields(EidIdentity identity) =>
    [
        (EidClaimTypes.Version, Version),
        (EidClaimTypes.UserKey, identity.Pseudonym?.ToUserKey()),
        (EidClaimTypes.Kind, identity.Kind.ToString()),
        (EidClaimTypes.Level, identity.Level.ToString()),
        (EidClaimTypes.Method, identity.Method.Name),
        (EidClaimTypes.PseudonymIssuer, identity.Pseudonym?.Issuer),
        (EidClaimTypes.PseudonymValue, identity.Pseudonym?.Value),
        (EidClaimTypes.MethodPseudonymIssuer, identity.MethodPseudonym?.Issuer),
        (EidClaimTypes.MethodPseudonymValue, identity.MethodPseudonym?.Value),
        (EidClaimTypes.UsedTwoFactors, identity.UsedTwoFactors?.ToString()),
        (EidClaimTypes.Mailbox, identity.Mailbox?.Value),
        (EidClaimTypes.MailAddress, identity.MailAddress),
        (EidClaimTypes.TelephoneNumber, identity.TelephoneNumber),
        (EidClaimTypes.DeMailAddress, identity.DeMailAddress),
        (EidClaimTypes.CommunityId, identity.CommunityId),
        .. DocumentClaims.Write(identity.Document),
        .. PersonClaims.Write(identity.Person),
        .. PersonClaims.Write(identity.Organisation),
        .. AddressClaims.Write(identity.Address),
        .. StatementClaims.Write(identity.Statements),
    ];

    private static EidPseudonym? ReadPseudonym(Func<string, string?> text, string issuerType, string valueType) =>
        text(issuerType) is { Length: > 0 } issuer && text(valueType) is { Length: > 0 } value ? new EidPseudonym(issuer, value) : null;
}
