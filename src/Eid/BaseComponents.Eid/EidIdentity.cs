using BaseComponents.Eid.Internal;

namespace BaseComponents.Eid;

/// <summary>A verified citizen or company: what any state log-in tells, in one shape.</summary>
/// <example><code>
/// EidIdentity citizen = user.GetEidIdentity();
/// if (citizen.Level &gt;= AssuranceLevel.Substantial) greeting = citizen.Person.FamilyName;
/// </code></example>
public sealed record EidIdentity
{
    /// <summary>On whose behalf the user acts.</summary>
    public EidIdentityKind Kind => Organisation is null ? EidIdentityKind.Person : EidIdentityKind.Organisation;

    /// <summary>The natural person; for a company, whoever acts for it. Never null: what the service did not tell is null within.</summary>
    public EidPerson Person { get; init; } = EidPerson.Nobody;

    /// <summary>The company, association or authority; null for a citizen.</summary>
    public EidOrganisation? Organisation { get; init; }

    /// <summary>Address of the company, or of the person where there is no company.</summary>
    public EidAddress? Address { get; init; }

    /// <summary>Electronic mail address, usually typed in by the user and proved by nobody: see <see cref="TrustOf"/>.</summary>
    public string? MailAddress { get; init; }

    /// <summary>Telephone number, typed in by the user.</summary>
    /// <remarks>Telefonnummer</remarks>
    public string? TelephoneNumber { get; init; }

    /// <summary>De-Mail address.</summary>
    public string? DeMailAddress { get; init; }

    /// <summary>Key of the municipality where the person lives, as the service gave it: digits of the official regional key, not the AGS.</summary>
    /// <remarks>Gemeindeschlüssel (TR-03130 CommunityID)</remarks>
    public string? CommunityId { get; init; }

    /// <summary>The document or foreign scheme the data come from.</summary>
    public EidDocument? Document { get; init; }

    /// <summary>How sure the service is of this log-in as a whole.</summary>
    public AssuranceLevel Level { get; init; }

    /// <summary>With what the user proved who they are.</summary>
    public EidMethod Method { get; init; }

    /// <summary>The user key; null for guests, who cannot be recognised again.</summary>
    public EidPseudonym? Pseudonym { get; init; }

    /// <summary>A key of the log-in method itself, the same for other services too; unique only together with the method. Recognise users by <see cref="Pseudonym"/> instead.</summary>
    /// <remarks>BundID pseudonym, ELSTER DatenuebermittlerPseudonymId</remarks>
    public EidPseudonym? MethodPseudonym { get; init; }

    /// <summary>Whether the log-in took two factors; null where the service does not say.</summary>
    public bool? UsedTwoFactors { get; init; }

    /// <summary>The state's mailbox of the user, where there is one.</summary>
    public MailboxHandle? Mailbox { get; init; }

    /// <summary>What the service states about single attributes.</summary>
    public AttributeStatements Statements { get; init; } = AttributeStatements.None;

    /// <summary>How far one attribute is trusted: as the service states, otherwise as the log-in as a whole.</summary>
    /// <param name="attribute">The attribute asked for.</param>
    public AssuranceLevel TrustOf(EidAttribute attribute) => Statements.Trust.TryGetValue(attribute, out var level) ? level : Level;

    /// <summary>Why an attribute has no value, or null when it has one.</summary>
    /// <param name="attribute">The attribute asked for.</param>
    public AbsenceReason? AbsenceOf(EidAttribute attribute) =>
        AttributeValues.Has(this, attribute) ? null : Statements.Absence.GetValueOrDefault(attribute, AbsenceReason.Unstated);

    /// <summary>Kind and level; no personal data.</summary>
    public override string ToString() => $"{nameof(EidIdentity)} {{ {nameof(Kind)} = {Kind}, {nameof(Level)} = {Level} }}";
}
