using System.Security.Claims;

namespace BaseComponents.Eid.Internal;

/// <summary>Statements about single attributes as claims: <c>eid.trust = FamilyName:High</c>.</summary>
internal static class StatementClaims
{
    public static IEnumerable<(string Type, string? Value)> Write(AttributeStatements statements) =>
    [
        .. statements.Trust.Select(entry => (EidClaimTypes.Trust, (string?)$"{entry.Key}:{entry.Value}")),
        .. statements.Absence.Select(entry => (EidClaimTypes.Absence, (string?)$"{entry.Key}:{entry.Value}")),
    ];

    public static AttributeStatements Read(ClaimsIdentity claims)
    {
        var statements = AttributeStatements.None;
        foreach (var (attribute, level) in Pairs<AssuranceLevel>(claims, EidClaimTypes.Trust))
            statements = statements.WithTrust(attribute, level);
        foreach (var (attribute, reason) in Pairs<AbsenceReason>(claims, EidClaimTypes.Absence))
            statements = statements.WithAbsence(attribute, reason);
        return statements;
    }

    // Enum.TryParse would take any number for a level.
    public static AssuranceLevel ReadLevel(string? name) =>
        Enum.TryParse<AssuranceLevel>(name, out var level) && Enum.IsDefined(level) && level.ToString() == name ? level : AssuranceLevel.Unknown;

    private static IEnumerable<(EidAttribute Attribute, T Value)> Pairs<T>(ClaimsIdentity claims, string type)
        where T : struct, Enum
    {
        foreach (var claim in claims.FindAll(type))
        {
            var colon = claim.Value.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && Enum.TryParse<EidAttribute>(claim.Value[..colon], out var attribute) && Enum.TryParse<T>(claim.Value[(colon + 1)..], out var value))
                yield return (attribute, value);
        }
    }
}
