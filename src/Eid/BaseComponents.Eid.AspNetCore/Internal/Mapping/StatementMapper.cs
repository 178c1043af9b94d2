using System.Text.Json;

namespace BaseComponents.Eid.AspNetCore.Internal.Mapping;

/// <summary>What the broker states about single attributes, and what follows from the request.</summary>
internal sealed class StatementMapper(EidBrokerOptions broker)
{
    public AttributeStatements Map(EidIdentity identity, ClaimReader claims)
    {
        var requested = new RequestedClaims(broker);
        var (trust, absence) = (claims.FindPlain(broker.ClaimNames.Trust), claims.FindPlain(broker.ClaimNames.Absence));
        var statements = AttributeStatements.None;
        foreach (var (attribute, claim) in AttributeClaims.Of(broker.ClaimNames))
        {
            if (identity.AbsenceOf(attribute) is null)
                statements = TrustOf(attribute, claim, trust, claims) is { } level ? statements.WithTrust(attribute, level) : statements;
            else if (AbsenceOf(claim, absence, requested) is { } reason)
                statements = statements.WithAbsence(attribute, reason);
        }

        return statements;
    }

    // Mail addresses are typed in by users: the level of the log-in says nothing about them. Where a broker says what was verified, all else was not.
    private AssuranceLevel? TrustOf(EidAttribute attribute, string? claim, JsonElement? stated, ClaimReader claims)
    {
        if (claims.VerifiedLevel(claim) is { } verified)
            return verified;
        if (stated is { } levels && claim is not null && ClaimReader.Member(levels, claim) is { } name)
            return AssuranceLevels.FromName(name, broker.AcrLevels.AsReadOnly());
        if (attribute is not EidAttribute.MailAddress)
            return broker.VerifiedClaims.Frameworks.Count > 0 && attribute is not EidAttribute.Pseudonym ? AssuranceLevel.Unknown : null;
        return claims.FindPlain("email_verified") is { ValueKind: JsonValueKind.True } ? AssuranceLevel.Basic : AssuranceLevel.Unknown;
    }

    private static AbsenceReason? AbsenceOf(string? claim, JsonElement? stated, RequestedClaims requested)
    {
        if (!requested.MayHold(claim))
            return AbsenceReason.NotRequested;
        return stated is { } reasons && claim is not null
            ? ClaimReader.Member(reasons, claim) switch
            {
                "refused" => AbsenceReason.Refused,
                "not_on_chip" => AbsenceReason.NotOnChip,
                _ => null,
            }
            : null;
    }
}
