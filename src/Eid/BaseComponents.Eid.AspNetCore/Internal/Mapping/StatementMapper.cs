using System.Text.Json;

namespace BaseComponents.Eid.AspNetCore.Internal.Mapping;

/// <summary>What the broker states about single attributes, and what follows from the request.</summary>
internal sealed class StatementMapper(EidBrokerOptions broker)
{
    public AttributeStatements Map(EidIdentity identity, ClaimReader claims)
    {
        var requested = new RequestedClaims(broker);
        var (trust, absence) = (claims.Find(broker.ClaimNames.Trust), claims.Find(broker.ClaimNames.Absence));
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

    // Mail addresses are typed in by users: the level of the log-in says nothing about them.
    private AssuranceLevel? TrustOf(EidAttribute attribute, string? claim, JsonElement? stated, ClaimReader claims)
    {
        if (stated is { } levels && claim is not null && ClaimReader.Member(levels, claim) is { } name)
            return AssuranceLevels.FromName(name, broker.AcrLevels.AsReadOnly());
        if (attribute is not EidAttribute.MailAddress)
            return null;
        return claims.Find("email_verified") is { ValueKind: JsonValueKind.True } ? AssuranceLevel.Basic : AssuranceLevel.Unknown;
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
